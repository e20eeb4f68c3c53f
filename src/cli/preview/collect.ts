import type { BuiltDashboard } from '../../core/built/built-dashboard.js';
import { placeOf } from '../../core/inspect/preview/place.js';
import type { PreviewDashboard, PreviewFinding, PreviewPanelFacts } from '../../core/inspect/preview/protocol.js';
import type { Finding } from '../../core/model/finding.js';
import { printPosition } from '../../core/model/position.js';
import type { Pack } from '../../core/pack/pack.js';
import { dashboardSource } from '../audit/built-source.js';
import { buildPacks } from '../build-packs.js';
import type { LoadedPacks } from '../config/load-packs.js';
import type { Places } from '../config/places.js';
import type { Interruption } from '../interruption.js';
import type { BuiltPack } from '../prove/subjects.js';

/** A pack as it is shown: what `prove` would ask, and what the page needs besides. */
export interface ShownPack extends BuiltPack {
  readonly dashboards: readonly PreviewDashboard[];
}

/** Builds packs in memory, and nothing else. */
export async function collect(
  { packs, places, config }: LoadedPacks,
  interruption: Interruption,
): Promise<{ readonly shown: readonly ShownPack[]; readonly findings: readonly Finding[] }> {
  const made = packs.map((pack) => ({
    pack,
    built: [] as BuiltDashboard[],
    ruleTexts: new Map<string, string>(),
  }));
  const of = (pack: Pack) => made.find((each) => each.pack === pack);
  const findings = await buildPacks(packs, config.packs, places, interruption, {
    dashboard: (built) => void of(built.pack)?.built.push(built),
    rules: ({ pack, file, artifact }) => void of(pack)?.ruleTexts.set(file.name, artifact.text),
  });
  const shown = made.map(({ pack, built, ruleTexts }) => ({
    pack,
    ruleTexts,
    subjects: built.map((each) => ({
      dashboard: each.document,
      keys: new Map(each.facts.panels.map(({ id, row, key }) => [id, `${row}/${key}`])),
      source: dashboardSource(each, places),
    })),
    dashboards: built.map((each) => describe(each, places, findings)),
  }));
  return { shown, findings };
}

function describe(built: BuiltDashboard, places: Places, findings: readonly Finding[]): PreviewDashboard {
  const { uid, title, folder } = built.facts.ref;
  const own = findings.filter(({ dashboard }) => dashboard?.uid === uid);
  const panels = built.document.panels.map((panel): PreviewPanelFacts => {
    const position = places.position(built.lineOf(panel.path));
    const about = own.filter((finding) => finding.panel !== undefined && finding.panel.id === panel.id);
    return { place: placeOf(panel.path), source: printPosition(position), findings: about.map(told) };
  });
  return {
    uid,
    title,
    folder,
    json: built.json,
    panels,
    findings: own.filter(({ panel }) => panel === undefined).map(told),
  };
}

function told({ id, severity, message, fix }: Finding): PreviewFinding {
  return {
    id,
    severity: severity === 'note' ? 'info' : severity,
    message,
    ...(fix === undefined ? {} : { next: fix }),
  };
}

import type { DashboardNames } from '../../core/lint/check.js';
import { lintDocument } from '../../core/lint/lint-document.js';
import { packSource } from '../../core/lint/lint-pack.js';
import { readClassicDashboard } from '../../core/lint/read/classic.js';
import type { JsonRecord } from '../../core/lint/subject.js';
import type { Dashboard, DashboardLink } from '../../core/dashboard/dashboard.js';
import type { DashboardFacts } from '../../core/dashboard/facts.js';
import type { Artifact } from '../../core/model/artifact.js';
import type { Finding } from '../../core/model/finding.js';
import { definitionOf } from '../../core/pack/build-pack.js';
import type { AnyDataLink } from '../../core/panel/links.js';
import type { Pack } from '../../core/pack/pack.js';
import { buildPacks } from '../build-packs.js';
import type { Places } from '../config/places.js';
import type { Interruption } from '../interruption.js';
import type { LintSetup } from './lint-settings.js';
import { packContext } from './pack-context.js';

/**
 * Lints the dashboards of packs as Grafana would get them; what is found stands at the lines that made it.
 *
 * @returns what building the packs found: it is no matter of checks
 */
export async function lintPacks(
  packs: readonly Pack[],
  setup: LintSetup,
  places: Places,
  interruption: Interruption,
): Promise<readonly Finding[]> {
  const dashboards = await namesOf(packs);
  const contexts = new Map(packs.map((pack) => [pack, { ...setup.context, ...packContext(pack), dashboards }]));
  const findings = await buildPacks(packs, places, interruption, {
    dashboard(pack, facts, artifact) {
      const context = contexts.get(pack);
      if (artifact === undefined || context === undefined) return;
      lintPackDashboard(facts, artifact, { setup, context, places });
    },
  });
  setup.run.report(...setup.suppressions.finish((uid) => dashboards.has(uid)).map((each) => places.finding(each)));
  return findings;
}

/** Lints one dashboard of a pack. */
export function lintPackDashboard(
  facts: DashboardFacts,
  { text, path }: Artifact,
  {
    setup,
    context,
    places,
  }: { readonly setup: LintSetup; readonly context: LintSetup['context']; readonly places: Places },
): void {
  const dashboard = readClassicDashboard(JSON.parse(text) as JsonRecord, []);
  const source = packSource(dashboard, {
    dashboard: facts.position,
    panels: new Map(facts.panels.map(({ id, position }) => [id, position])),
    ...facts.places,
  });
  const report = lintDocument(source, path, setup.selected, context);
  const own = setup.suppress(
    facts.panels.flatMap(({ id, position, suppress }) => suppress.map((each) => ({ ...each, panel: id, position }))),
  );
  const mapped = report.findings.map((each) => places.finding(each));
  setup.run.add({ ...report, findings: mapped, changes: [] }, own);
  setup.run.report(...own.finish(() => true).map((each) => places.finding(each)));
}

/** The names in all dashboards of the packs, for links; nothing is assembled for them. */
async function namesOf(packs: readonly Pack[]): Promise<ReadonlyMap<string, DashboardNames>> {
  const names = new Map<string, DashboardNames>();
  for (const pack of packs) {
    const roles = pack.roles.map(({ variable }) => variable);
    for (const thunk of pack.dashboards()) {
      const dashboard = await definitionOf(thunk, pack);
      const { ref, variables } = dashboard;
      names.set(ref.uid, { title: ref.title, variables: [...roles, ...variables.map(({ name }) => name)] });
      for (const link of linksOf(dashboard)) {
        // Nobody knows its variables; `build` checks the ones that links set.
        if (typeof link.to !== 'string' && link.to.elsewhere !== undefined && !names.has(link.to.uid)) {
          names.set(link.to.uid, { title: link.to.title, variables: 'set' in link ? Object.keys(link.set) : [] });
        }
      }
    }
  }
  return names;
}

function linksOf({ links, rows }: Dashboard): readonly (DashboardLink | AnyDataLink)[] {
  return [...links, ...Object.values(rows).flatMap((row) => Object.values(row.panels).flatMap((panel) => panel.links))];
}

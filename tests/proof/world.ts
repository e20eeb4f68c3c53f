import { buildAll } from '../../src/core/built/build-all.js';
import { readDocument } from '../../src/core/document/read/read-document.js';
import { buildPack } from '../../src/core/pack/build/build-pack.js';
import { packLookup } from '../../src/core/pack/pack-lookup.js';
import type { Pack } from '../../src/core/pack/pack.js';
import { serversOf } from '../../src/core/pack/servers.js';
import type { Simulated } from '../../src/core/simulate/series.js';
import { proveDashboard } from '../../src/core/inspect/proof/prove-dashboard.js';
import type { ProofSubject } from '../../src/core/inspect/proof/subject.js';
import { healthyTimes } from '../../src/cli/prove/times.js';
import { createWorld, type World } from '../../src/cli/prove/world.js';
import type { Workshop } from '../../src/cli/prove/workshop.js';

/** Servers of a pack with the history in which all is well, as far as producers export what `simulated` says. */
export async function healthyWorld(
  pack: Pack,
  workshop: Workshop,
  { simulated = pack, servers }: { readonly simulated?: Simulated; readonly servers?: readonly string[] } = {},
): Promise<World> {
  const scenario = (await pack.scenarios()).find(({ name }) => name === 'healthy');
  if (scenario === undefined) throw new Error(`${pack.name} has no healthy scenario`);
  const all = serversOf(pack).filter(({ datasource: { uid } }) => servers?.includes(uid) ?? true);
  return createWorld(
    { pack, simulated, servers: all, scenario, ruleTexts: await ruleTextsOf(pack), ...healthyTimes },
    workshop,
  );
}

/** A pack whose producers call a label of a family otherwise. */
export function renamed(pack: Pack, metric: string, label: string, other: string): Simulated {
  const metrics = pack.metrics.map((handle) => {
    const { family } = handle;
    if (family.name !== metric) return handle;
    const { [label]: values, ...labels } = family.labels;
    if (values === undefined) throw new Error(`${metric} has no label ${label}`);
    return { ...handle, family: { ...family, labels: { ...labels, [other]: values } } };
  });
  return { metrics };
}

/** The dashboards that a pack builds. */
export async function packSubjects(pack: Pack): Promise<readonly ProofSubject[]> {
  const subjects: ProofSubject[] = [];
  for await (const { document: built } of buildAll([pack], [pack])) {
    if (built?.kind !== 'dashboard') continue;
    const { document, facts, lookup } = built;
    const keys = new Map(facts.panels.map(({ id, row, key }) => [id, `${row}/${key}`]));
    subjects.push({ dashboard: document, keys, source: sourceOf(facts.ref.uid, lookup) });
  }
  return subjects;
}

/** The dashboards in the text of a file. */
export async function fileSubjects(file: string, text: string, pack: Pack): Promise<readonly ProofSubject[]> {
  const { dashboards } = await readDocument({ file, text });
  const lookup = packLookup(pack);
  return dashboards.map((dashboard) => ({ dashboard, keys: new Map(), source: sourceOf(file, lookup) }));
}

/** The problems of the queries of dashboards: reasons by the titles of panels. */
export async function redPanels(
  subjects: readonly ProofSubject[],
  world: World,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const red: Record<string, readonly string[]> = {};
  for (const subject of subjects) {
    for (const { query, place, verdict, reasons } of await proveDashboard(subject, world, [])) {
      const title = query.panel?.title ?? place;
      if (verdict === 'failed') red[title] = [...(red[title] ?? []), ...reasons];
    }
  }
  return red;
}

function sourceOf(name: string, lookup: ReturnType<typeof packLookup>): ProofSubject['source'] {
  return { name, dashboards: [], ruleFiles: [], unread: [], lookup, locate: () => undefined };
}

async function ruleTextsOf(pack: Pack): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for await (const { artifact, rules } of buildPack(pack)) {
    if (rules !== undefined && artifact !== undefined) texts.set(rules.file.name, artifact.text);
  }
  return texts;
}

import { catalogLookup } from '../../core/catalog/lookup.js';
import { packSource, ruleFileSource } from '../../core/lint/run/lint-pack.js';
import { readClassicDashboard } from '../../core/document/read/classic.js';
import { readDocument } from '../../core/document/read/read-document.js';
import { readRuleFile } from '../../core/document/read/rule-file.js';
import type { JsonRecord } from '../../core/document/json.js';
import type { Grafana } from '../../core/live/grafana/grafana.js';
import type { Finding } from '../../core/model/finding.js';
import type { Pack } from '../../core/pack/pack.js';
import type { Lookup } from '../../core/promql/analyze/lookup.js';
import type { AuditSource } from '../../core/inspect/audit/settings.js';
import { buildPacks } from '../build-packs.js';
import type { Places } from '../config/places.js';
import type { Interruption } from '../interruption.js';
import { readFinding, readText } from '../lint/read-text.js';
import { walk } from '../lint/walk.js';

/** What there is to audit, and what was wrong when it was read. */
export interface AuditSources {
  readonly sources: readonly AuditSource[];
  readonly findings: readonly Finding[];
}

const nobody = { dashboard: undefined, panel: undefined, query: undefined, variable: undefined, rule: undefined };

/** The dashboards and rules that packs build. */
export async function packSources(
  packs: readonly Pack[],
  places: Places,
  interruption: Interruption,
): Promise<AuditSources> {
  const sources: AuditSource[] = [];
  const lookups = new Map(packs.map((pack) => [pack, lookupOf([pack])]));
  const findings = await buildPacks(packs, packs, places, interruption, {
    dashboard(pack, facts, artifact, json) {
      const dashboard = readClassicDashboard((json ?? {}) as JsonRecord, []);
      const lines = packSource(dashboard, {
        dashboard: facts.position,
        panels: new Map(facts.panels.map(({ id, position }) => [id, position])),
        ...facts.places,
      });
      sources.push({
        name: `${pack.name}/${artifact?.path ?? facts.ref.uid}`,
        dashboards: [dashboard],
        ruleFiles: [],
        unread: [],
        lookup: lookups.get(pack),
        locate: ({ path }) => placed(lines.locate(path, undefined, nobody).position, places),
      });
    },
    rules(pack, facts, artifact, json) {
      const path = artifact?.path ?? '';
      const file = readRuleFile((json ?? {}) as JsonRecord, []);
      const off = pack.rules.find(({ name }) => path.endsWith(`/${name}`))?.offBecause;
      const lines = ruleFileSource(
        file,
        facts.map(({ position }) => position),
      );
      sources.push({
        name: `${pack.name}/${path}`,
        dashboards: [],
        ruleFiles: off === undefined ? [{ file, datasource: datasourceIn(path) }] : [],
        unread: off === undefined ? [] : [{ path: [], reason: `no server loads it: ${off}` }],
        lookup: lookups.get(pack),
        locate: (rule) =>
          placed('kind' in rule ? lines.locate(rule.path, undefined, { ...nobody, rule }).position : undefined, places),
      });
    },
  });
  return { sources, findings };
}

/** The dashboards and rules in files. */
export async function fileSources(
  paths: readonly string[],
  cwd: string,
  packs: readonly Pack[],
): Promise<AuditSources> {
  const sources: AuditSource[] = [];
  const findings: Finding[] = [];
  const lookup = packs.length === 0 ? undefined : lookupOf(packs);
  for (const file of walk(paths, cwd).files) {
    const text = await readText(file);
    if (typeof text !== 'string') {
      findings.push(...text);
      continue;
    }
    const document = await readDocument({ file: file.name, text });
    findings.push(...document.problems.map((problem) => readFinding(file, problem)));
    sources.push({
      name: file.name,
      dashboards: document.dashboards,
      ruleFiles: document.ruleFiles.map((each) => ({ file: each, datasource: datasourceIn(file.name) })),
      unread: document.unread,
      lookup,
      locate({ exprPath }) {
        const { line, column } = document.locate(exprPath);
        return { file: file.name, line, column };
      },
    });
  }
  return { sources, findings };
}

/** The dashboards that a Grafana has. */
export async function grafanaSources(
  grafana: Grafana,
  uids: readonly string[],
  packs: readonly Pack[],
): Promise<AuditSources> {
  const lookup = packs.length === 0 ? undefined : lookupOf(packs);
  const wanted = uids.length > 0 ? uids : (await grafana.search()).map(({ uid }) => uid);
  const sources = wanted.map(async (uid): Promise<AuditSource> => {
    const { dashboard } = await grafana.dashboard(uid);
    const name = `${grafana.url}/d/${uid}`;
    const document = await readDocument({ file: `${uid}.json`, text: JSON.stringify(dashboard) });
    return {
      name,
      dashboards: document.dashboards,
      ruleFiles: [],
      unread: document.unread,
      lookup,
      locate: () => undefined,
    };
  });
  return { sources: await Promise.all(sources), findings: [] };
}

function lookupOf(packs: readonly Pack[]): Lookup {
  return catalogLookup(packs.flatMap((pack) => pack.metrics.map(({ family }) => family)));
}

function placed(position: Parameters<Places['position']>[0] | undefined, places: Places): AuditSourcePosition {
  return position === undefined ? undefined : places.position(position);
}

type AuditSourcePosition = ReturnType<AuditSource['locate']>;

/** The rule files of a server stand in a folder with the uid of its datasource. */
function datasourceIn(path: string): string | undefined {
  return /(?:^|\/)prometheus\/([^/]+)\/rules\/[^/]+$/.exec(path)?.[1];
}

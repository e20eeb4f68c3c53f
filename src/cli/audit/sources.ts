import { readDocument } from '../../core/document/read/read-document.js';
import type { Grafana } from '../../core/live/grafana/grafana.js';
import type { Finding } from '../../core/model/finding.js';
import { packsLookup } from '../../core/pack/pack-lookup.js';
import type { Pack } from '../../core/pack/pack.js';
import type { AuditSource } from '../../core/inspect/audit/settings.js';
import { buildPacks } from '../build-packs.js';
import type { Places } from '../config/places.js';
import type { Interruption } from '../interruption.js';
import { readFinding, readText } from '../lint/read-text.js';
import { walk } from '../lint/walk.js';
import { dashboardSource, rulesSource } from './built-source.js';

/** Everything there is to audit, and what was wrong when it was read. */
export interface AuditSources {
  readonly sources: readonly AuditSource[];
  readonly findings: readonly Finding[];
}

/** The dashboards and rules that packs build. */
export async function packSources(
  packs: readonly Pack[],
  places: Places,
  interruption: Interruption,
): Promise<AuditSources> {
  const sources: AuditSource[] = [];
  const findings = await buildPacks(packs, packs, places, interruption, {
    dashboard: (built) => void sources.push(dashboardSource(built, places)),
    rules: (built) => void sources.push(rulesSource(built, places)),
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
  const lookup = packsLookup(packs);
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
  const lookup = packsLookup(packs);
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

/** The rule files of a server stand in a folder with the uid of its datasource. */
function datasourceIn(path: string): string | undefined {
  return /(?:^|\/)prometheus\/([^/]+)\/rules\/[^/]+$/.exec(path)?.[1];
}

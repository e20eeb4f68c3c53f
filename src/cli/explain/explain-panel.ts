import type { PanelFacts, SqlQueryFacts } from '../../core/dashboard/facts.js';
import { waitingFor, type Waiting } from '../../core/dashboard/waiting.js';
import {
  explainQuery,
  nameDashboard,
  namePanel,
  type ExplainedQuery,
  type Lineage,
  type NamedDashboard,
  type NamedPanel,
} from './lineage.js';
import { printBound } from './explain-metric.js';

/** A panel and what it asks. */
export interface PanelExplanation extends NamedPanel {
  readonly kind: 'panel';
  readonly pack: string;
  readonly dashboard: NamedDashboard;
  readonly visualisation: string;
  /** True where dashpack has no builder for its type, and its options are as its author wrote them. */
  readonly isPlugin: boolean;
  /** How many panels of the packs are such. */
  readonly pluginPanels: number;
  readonly datasource: string | undefined;
  readonly queries: readonly ExplainedQuery[];
  /** The queries in SQL. */
  readonly sql: readonly SqlQueryFacts[];
  /** The metrics that nobody exports yet, and the job that should. */
  readonly waiting: readonly Waiting[];
}

/** Explains every panel that has the title, in any case, the key or the id. */
export function explainPanels(name: string, { packs, places }: Lineage): readonly PanelExplanation[] {
  const pluginPanels = packs
    .flatMap(({ dashboards }) => dashboards.flatMap(({ panels }) => panels))
    .filter(({ isPlugin }) => isPlugin).length;
  return packs.flatMap(({ pack, dashboards }) =>
    dashboards.flatMap((facts) =>
      facts.panels
        .filter((panel) => isCalled(panel, name))
        .map((panel): PanelExplanation => ({
          kind: 'panel',
          pack: pack.name,
          dashboard: nameDashboard(places, facts),
          ...namePanel(places, panel),
          visualisation: panel.visualisation,
          isPlugin: panel.isPlugin,
          pluginPanels,
          datasource: panel.datasource,
          queries: panel.queries.map((query) => explainQuery(pack, query)),
          sql: panel.sql,
          waiting: waitingFor(panel.queries.map((query) => query.node)),
        })),
    ),
  );
}

function isCalled({ id, key, title }: PanelFacts, name: string): boolean {
  return title.toLowerCase() === name.toLowerCase() || key === name || String(id) === name;
}

/** Prints an explanation for people. */
export function printPanel(panel: PanelExplanation): string {
  const { title, visualisation, pack, dashboard, row, key, id, place, datasource, queries, sql, waiting } = panel;
  const { isPlugin, pluginPanels } = panel;
  const lines = [
    `panel "${title}": ${visualisation}, pack ${pack}`,
    `  dashboard   ${dashboard.title} (${dashboard.uid})`,
    `  row, key    ${row}, ${key}; id ${id}`,
    `  written at  ${place ?? '(unknown)'}`,
    ...(isPlugin
      ? [`  options     not checked: there is no builder for ${visualisation} (${pluginPanels} such in the packs)`]
      : []),
    ...(datasource === undefined ? [] : [`  datasource  ${datasource}`]),
    ...queries.flatMap(({ refId, expr, role, datasource: uid, metrics }) => [
      `  query ${refId}     ${expr}`,
      `              on ${printBound({ role, ...(uid === undefined ? {} : { datasource: uid }) })}; metrics: ${metrics.join(', ') || 'none'}`,
    ]),
    ...waiting.map(({ family, job }) => `  waiting     for ${job}: nobody exports ${family} yet`),
    ...sql.flatMap(({ refId, sql: text, role, datasource: uid, table, columns, assumed }) => [
      ...text.split('\n').map((line, index) => `  ${(index === 0 ? `query ${refId}` : '').padEnd(11)} ${line}`),
      `              on ${printBound({ role, datasource: uid })}; table ${table}: ${columns.join(', ') || 'no column'}`,
      ...(assumed === undefined ? [] : [`              assumed: ${assumed}`]),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}

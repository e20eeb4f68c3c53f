import { grafanaUnit } from '../model/unit.js';
import { emitPanel } from '../panel/emit-panel.js';
import { emitSqlTarget } from '../panel/emit-sql-target.js';
import { emitTarget, refId } from '../panel/emit-target.js';
import type { JsonObject } from '../model/json.js';
import type { AnyPanel } from '../panel/panel.js';
import { defaultsOf } from '../panel/visualisation.js';
import type { AnySqlQuery } from '../sql/sql-query.js';
import type { Assembly } from './assembly.js';
import { panelProblems, roleProblems, sqlProblems } from './check-panel.js';
import type { AnyRow } from './row.js';
import { withLegend } from './legend.js';
import { mixedDatasource } from './datasource-ref.js';
import { descriptionOf } from './describe-queries.js';
import { emitDataLink } from './emit-links.js';
import type { LinkFacts, PanelFacts } from './facts.js';
import type { GridPlace, PanelSize } from './layout.js';
import type { ResolvedQuery } from './resolve-query.js';
import type { ResolvedSql } from './resolve-sql.js';
import { waitingFor, waitingNotes, waitingText } from './waiting.js';

/** Where a panel stands. */
export interface PanelAddress {
  readonly rowKey: string;
  readonly row: AnyRow;
  readonly key: string;
  readonly grid: GridPlace;
}

/** A panel as Grafana reads it, and what it asks. */
export interface AssembledPanel {
  readonly json: JsonObject;
  readonly facts: PanelFacts;
  readonly links: readonly LinkFacts[];
}

/** Builds a panel of a dashboard. What is wrong with it goes to the assembly. */
export function assemblePanel(written: AnyPanel, address: PanelAddress, assembly: Assembly): AssembledPanel {
  const { rowKey, row, key } = address;
  const panel: AnyPanel = { ...written, options: { ...row.each, ...written.options } };
  const { position, visualisation } = panel;
  const place = { subject: `panel "${panel.title}"`, position };
  const queries = panel.queries.map((query) => ({ query, ...assembly.resolve(query.node, place) }));
  const sql = panel.sql === undefined ? undefined : { query: panel.sql, ...assembly.resolveSql(panel.sql, place) };
  assembly.placePanel(written, `${rowKey}.${key}`, place);
  check(panel, row, { queries, sql }, assembly);
  const manySeries = hasManySeries(queries, panel.sql);
  const defaults = defaultsOf(visualisation, manySeries);
  const datasource = panel.mixed ? mixedDatasource : (queries[0]?.ref ?? sql?.ref);
  const nodes = panel.queries.map((query) => query.node);
  const sqlRefId = refId(queries.length);
  const id = assembly.idOf(rowKey, key, position);
  return {
    json: emitPanel(panel, {
      id,
      gridPos: address.grid,
      datasource,
      targets: [
        ...queries.map(({ query, facts, ref, analysis }, index) =>
          emitTarget(
            queries.length === 1 ? withLegend(query, analysis.carried, defaults) : query,
            refId(index),
            facts.expr,
            ref,
            defaults,
          ),
        ),
        ...(sql === undefined ? [] : [emitSqlTarget(sql.query, sqlRefId, sql.ref)]),
      ],
      unit: panel.options.unit ?? commonUnit(queries),
      description: descriptionOf(nodes),
      notes: [...waitingNotes(waitingFor(nodes)), ...(sql?.notes ?? [])],
      noValue: sql === undefined ? waitingText(nodes) : undefined,
      manySeries,
      links: panel.links.map((link) => emitDataLink(link, assembly.dashboard.variables)),
    }),
    facts: {
      id,
      key,
      row: rowKey,
      title: panel.title,
      visualisation: visualisation.type,
      isPlugin: visualisation.sdk === undefined,
      position,
      datasource: datasource?.uid,
      queries: queries.map(({ facts }, index) => ({ refId: refId(index), ...facts })),
      sql: sql === undefined ? [] : [{ refId: sqlRefId, ...sql.facts }],
      suppress: panel.options.suppress ?? [],
    },
    links: panel.links.flatMap(({ to, set }) =>
      typeof to === 'string' ? [] : [{ to, sets: Object.keys(set), ...place }],
    ),
  };
}

/** The size of a panel: what its author says, else what its visualisation has. */
export function sizeOf(panel: AnyPanel, { each }: AnyRow): PanelSize {
  const size = { ...defaultsOf(panel.visualisation, false), ...each, ...panel.options };
  return { width: size.width, height: size.height };
}

/** The queries of a panel, resolved. */
interface Asked {
  readonly queries: readonly ResolvedQuery[];
  readonly sql: ResolvedSql | undefined;
}

/** Of a query in SQL, every column beside the time can be a series, and a text makes one of each value. */
function hasManySeries(queries: readonly ResolvedQuery[], sql: AnySqlQuery | undefined): boolean {
  if (queries.length > 1 || queries.some(({ analysis }) => analysis.carried.labels.size > 0)) return true;
  return Object.keys(sql?.node.select ?? {}).length > 1;
}

function check(panel: AnyPanel, row: AnyRow, { queries, sql }: Asked, assembly: Assembly): void {
  const place = { subject: `panel "${panel.title}"`, position: panel.position };
  const asked = [...queries, ...(sql === undefined ? [] : [sql])];
  const roles = asked.flatMap(({ facts }) => (facts.role === '' ? [] : [facts.role]));
  const wrong = [
    ...panelProblems(
      panel,
      queries.map(({ analysis }) => analysis.carried),
    ),
    ...sqlProblems(panel),
    ...roleProblems(panel, roles, row.role),
  ];
  for (const { id, message } of wrong) assembly.report(id, place, message);
  assembly.checkVariables(variablesOf(panel, asked), place);
  assembly.checkRepeat(panel.options.repeat?.name, place);
  const legends = panel.queries.map((query) => query.legend);
  assembly.checkTexts([panel.title, panel.options.description, ...legends, contentOf(panel)], place);
}

/** The variables that a panel uses outside of texts. */
function variablesOf(panel: AnyPanel, asked: readonly (ResolvedQuery | ResolvedSql)[]): readonly string[] {
  const names = asked.flatMap(({ facts }) => facts.variables);
  for (const { set } of panel.links) {
    for (const value of Object.values(set)) {
      if (typeof value !== 'string' && value.kind === 'variable') names.push(value.name);
    }
  }
  return names;
}

/** The unit that all queries of a panel have. */
function commonUnit(queries: readonly ResolvedQuery[]): string | undefined {
  const units = new Set(queries.map(({ analysis }) => grafanaUnit(analysis.unit)));
  return units.size === 1 ? [...units][0] : undefined;
}

function contentOf(panel: AnyPanel): string | undefined {
  const { content } = panel.visualOptions as JsonObject;
  return panel.visualisation.type === 'text' && typeof content === 'string' ? content : undefined;
}

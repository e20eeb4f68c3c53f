import { grafanaUnit } from '../model/unit.js';
import { emitPanel } from '../panel/emit-panel.js';
import { emitTarget, refId } from '../panel/emit-target.js';
import type { JsonObject } from '../panel/merge.js';
import type { AnyPanel } from '../panel/panel.js';
import { defaultsOf } from '../panel/visual-defaults.js';
import type { Assembly } from './assembly.js';
import { panelProblems, roleProblems } from './check-panel.js';
import { mixedDatasource } from './datasource-ref.js';
import { descriptionOf } from './describe-queries.js';
import { emitDataLink } from './emit-links.js';
import type { LinkFacts, PanelFacts } from './facts.js';
import type { GridPlace, PanelSize } from './layout.js';
import type { ResolvedQuery } from './resolve-query.js';

/** Where a panel stands. */
export interface PanelAddress {
  readonly rowKey: string;
  /** The role that its row is pinned to. */
  readonly rowRole: string | undefined;
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
export function assemblePanel(panel: AnyPanel, address: PanelAddress, assembly: Assembly): AssembledPanel {
  const { rowKey, key } = address;
  const { position, visualisation } = panel;
  const place = { subject: `panel "${panel.title}"`, position };
  const queries = panel.queries.map((query) => ({ query, ...assembly.resolve(query.node, place) }));
  check(panel, address, queries, assembly);
  const manySeries = queries.length > 1 || queries.some(({ analysis }) => analysis.carried.labels.size > 0);
  const defaults = defaultsOf(visualisation, manySeries);
  const datasource = panel.mixed ? mixedDatasource : queries[0]?.ref;
  const id = assembly.idOf(rowKey, key, position);
  return {
    json: emitPanel(panel, {
      id,
      gridPos: address.grid,
      datasource,
      targets: queries.map(({ query, facts, ref }, index) =>
        emitTarget(query, refId(index), facts.expr, ref, defaults),
      ),
      unit: panel.options.unit ?? commonUnit(queries),
      description: descriptionOf(panel.queries.map((query) => query.node)),
      manySeries,
      links: panel.links.map((link) => emitDataLink(link, assembly.dashboard.variables)),
    }),
    facts: {
      id,
      key,
      row: rowKey,
      title: panel.title,
      visualisation,
      position,
      datasource: datasource?.uid,
      queries: queries.map(({ facts }, index) => ({ refId: refId(index), ...facts })),
      suppress: panel.options.suppress ?? [],
    },
    links: panel.links.flatMap(({ to, set }) =>
      typeof to === 'string' ? [] : [{ to, sets: Object.keys(set), ...place }],
    ),
  };
}

/** The size of a panel: what its author says, else what its visualisation has. */
export function sizeOf(panel: AnyPanel): PanelSize {
  const { width, height } = defaultsOf(panel.visualisation, false);
  return { width: panel.options.width ?? width, height: panel.options.height ?? height };
}

function check(panel: AnyPanel, address: PanelAddress, queries: readonly ResolvedQuery[], assembly: Assembly): void {
  const place = { subject: `panel "${panel.title}"`, position: panel.position };
  const roles = queries.flatMap(({ facts }) => (facts.role === '' ? [] : [facts.role]));
  const wrong = [
    ...panelProblems(
      panel,
      queries.map(({ analysis }) => analysis.carried),
    ),
    ...roleProblems(panel, roles, address.rowRole),
  ];
  assembly.placePanel(panel, `${address.rowKey}.${address.key}`, place);
  for (const { id, message } of wrong) assembly.report(id, place, message);
  assembly.checkVariables(variablesOf(panel, queries), place);
  const legends = panel.queries.map((query) => query.legend);
  assembly.checkTexts([panel.title, panel.options.description, ...legends, contentOf(panel)], place);
}

/** The variables that a panel uses outside of texts. */
function variablesOf(panel: AnyPanel, queries: readonly ResolvedQuery[]): readonly string[] {
  const { repeat } = panel.options;
  const names = queries.flatMap(({ facts }) => facts.variables);
  for (const { set } of panel.links) {
    for (const value of Object.values(set)) {
      if (typeof value !== 'string' && value.kind === 'variable') names.push(value.name);
    }
  }
  return repeat === undefined ? names : [...names, repeat.name];
}

/** The unit that all queries of a panel have. */
function commonUnit(queries: readonly ResolvedQuery[]): string | undefined {
  const units = new Set(queries.map(({ analysis }) => grafanaUnit(analysis.unit)));
  return units.size === 1 ? [...units][0] : undefined;
}

function contentOf(panel: AnyPanel): string | undefined {
  const options = panel.visualOptions as JsonObject;
  return panel.visualisation === 'text' ? String(options['content']) : undefined;
}

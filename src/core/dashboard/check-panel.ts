import { isOverTime, panelTypeOf } from '../model/panel-types.js';
import type { AnyPanel } from '../panel/panel.js';
import type { CarriedLabels } from '../promql/analyze/labels.js';

/** The problems of a panel, by the id of the check. */
export interface PanelProblem {
  readonly id: string;
  readonly message: string;
}

/**
 * The problems that types cannot see in a panel that a recipe made: its size, its title, the labels that legends, links and
 * overrides name.
 *
 * @param carried the labels of each of its queries
 */
export function panelProblems(panel: AnyPanel, carried: readonly CarriedLabels[]): readonly PanelProblem[] {
  return [
    ...sizeProblems(panel),
    ...legendProblems(panel, carried),
    ...linkProblems(panel, carried),
    ...overrideProblems(panel, carried),
  ];
}

function sizeProblems(panel: AnyPanel): readonly PanelProblem[] {
  const { width = 1, height = 1 } = panel.options;
  const problems: PanelProblem[] = [];
  if (panel.title.trim() === '')
    problems.push({ id: 'panel/no-title', message: 'the panel has no title: give it one' });
  if (!Number.isInteger(width) || width < 1 || width > 24) {
    problems.push({
      id: width < 1 ? 'panel/no-height' : 'panel/outside-grid',
      message: `a panel of ${width} columns does not fit: the grid has 24, and no halves: write a whole number from 1 to 24`,
    });
  }
  if (!Number.isInteger(height) || height < 1) {
    problems.push({
      id: height < 1 ? 'panel/no-height' : 'panel/outside-grid',
      message: `a panel cannot be ${height} grid rows high: write a whole number from 1 up`,
    });
  }
  return problems;
}

const legendLabel = /\{\{\s*([^{}\s]+)\s*\}\}/g;

function legendProblems(panel: AnyPanel, carried: readonly CarriedLabels[]): readonly PanelProblem[] {
  return panel.queries.flatMap((query, index) =>
    [...(query.legend ?? '').matchAll(legendLabel)].flatMap(([, label = '']) =>
      missing('panel/legend-label', `the legend names the label "${label}"`, label, carried[index]),
    ),
  );
}

function linkProblems(panel: AnyPanel, carried: readonly CarriedLabels[]): readonly PanelProblem[] {
  return panel.links.flatMap((link) =>
    Object.values(link.set).flatMap((value) =>
      typeof value === 'string' || value.kind !== 'series label'
        ? []
        : carried.flatMap((labels) =>
            missing('panel/link-label', `the link reads the label "${value.label}"`, value.label, labels),
          ),
    ),
  );
}

function overrideProblems(panel: AnyPanel, carried: readonly CarriedLabels[]): readonly PanelProblem[] {
  return (panel.options.overrides ?? []).flatMap((override) =>
    override.kind === 'override'
      ? []
      : carried.flatMap((labels) =>
          missing('panel/override-label', `the override is by the label "${override.label}"`, override.label, labels),
        ),
  );
}

function missing(id: string, what: string, label: string, carried: CarriedLabels | undefined): readonly PanelProblem[] {
  if (carried === undefined || carried.others || carried.possible.has(label) || label === '__name__') return [];
  const list = [...carried.possible].join(', ') || 'no label';
  return [{ id, message: `${what}, which the query does not return; it returns ${list}` }];
}

/**
 * The problems that types cannot see in the roles that a panel asks, where a recipe made it or its keys are computed.
 *
 * @param roles the role of each of its queries
 * @param pinned the role of its row, where it is pinned to one
 */
export function roleProblems(
  panel: AnyPanel,
  roles: readonly string[],
  pinned: string | undefined,
): readonly PanelProblem[] {
  const [first] = roles;
  const other = roles.find((role) => role !== first);
  const problems: PanelProblem[] = [];
  if (other !== undefined && !panel.mixed) {
    const message = `two roles in one panel: one query asks ${first}, another asks ${other}; say mixed: true where that is meant`;
    problems.push({ id: 'panel/two-roles', message });
  }
  const stranger = pinned === undefined ? undefined : roles.find((role) => role !== pinned);
  if (stranger !== undefined) {
    problems.push({
      id: 'panel/row-role',
      message: `it asks ${stranger}, but its row is pinned to ${pinned}: move the panel to another row, or unpin this one`,
    });
  }
  return problems;
}

/** The problems of what a panel asks in SQL: what it draws, and the columns that its overrides name. */
export function sqlProblems({ sql, visualisation, options, queries }: AnyPanel): readonly PanelProblem[] {
  if (sql === undefined) return [];
  const problems: PanelProblem[] = [];
  if (isOverTime(panelTypeOf(visualisation.type)) && !sql.node.perInterval) {
    const message = `a ${visualisation.type} panel is drawn by a time, and its query in SQL counts none: say perInterval: true`;
    problems.push({ id: 'panel/sql-without-time', message });
  }
  // Other queries, transformations and series of a text column give fields that nobody knows here.
  if (queries.length > 0 || (options.transformations ?? []).length > 0 || sql.node.perInterval) return problems;
  for (const override of options.overrides ?? []) {
    if (override.kind !== 'override' || override.matcher.id !== 'byName') continue;
    const name = override.matcher.options;
    if (sql.fields.includes(name)) continue;
    const message = `the override is for the column "${name}", which the query does not return; it returns ${sql.fields.join(', ')}`;
    problems.push({ id: 'panel/override-field', message });
  }
  return problems;
}

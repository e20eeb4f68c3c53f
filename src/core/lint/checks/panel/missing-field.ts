import { panelTypeOf } from '../../../model/panel-types.js';
import { nearest } from '../../../text/nearest.js';
import type { PanelCheck, Problem } from '../../check.js';
import { fieldNames, isKnown, strayFields } from '../../judge/field-names.js';
import { panelTargets } from '../../../document/find/panel-targets.js';
import type { JsonPath } from '../../../document/json-path.js';
import { isRecord, recordOf, textOf } from '../../../document/read/values.js';
import type { ReadDashboard, ReadPanel } from '../../../document/read-dashboard.js';

/** Finds overrides and transformations of fields that the queries do not return. */
export const missingField: PanelCheck = {
  id: 'panel/missing-field',
  severity: 'warning',
  summary: 'An override or a transformation names a field that there is not.',
  looksAt: 'panel',
  *check(panel, dashboard) {
    if (panel.transformations.length === 0) yield* missingRefIds(panel, dashboard);
    else yield* filteredRefIds(panel, dashboard);
    if (panelTypeOf(panel.type)?.becomes !== undefined) return; // it knew no fields
    const names = fieldNames(panel);
    if (names === undefined) return;
    for (const { name, path } of strayFields(panel, dashboard, names))
      yield missing('transformation', name, path, names);
    if (panel.transformations.length > 0) return; // they may rename
    for (const { options, path } of matchers(panel, 'byName')) {
      if (!isKnown(options, names)) yield missing('override', options, path, names);
    }
  },
};

function missing(what: string, name: string, path: JsonPath, names: ReadonlySet<string>): Problem {
  const meant = name.length > 100 ? undefined : nearest(name, names);
  return {
    message: `the ${what} is for the field "${name}", which no query returns${meant === undefined ? '' : `: did you mean "${meant}"?`}`,
    path,
    fix: `name the field as the legend does, or remove the ${what}`,
  };
}

function* missingRefIds(panel: ReadPanel, dashboard: ReadDashboard): Generator<Problem> {
  const refIds = new Set(panelTargets(panel, dashboard).map(({ refId }) => refId));
  if (refIds.size === 0) return;
  for (const { options, path } of matchers(panel, 'byFrameRefID')) {
    if (refIds.has(options) || /[$]/.test(options)) continue;
    yield {
      message: `the override is for the query "${options}", which the panel does not have`,
      path,
      fix: 'name a query of the panel, or remove the override',
    };
  }
}

/** The queries that "Filter data by query" keeps, where they are listed and not a pattern. */
function* filteredRefIds(panel: ReadPanel, dashboard: ReadDashboard): Generator<Problem> {
  const [first] = panel.transformations;
  if (!isRecord(first) || first['id'] !== 'filterByRefId') return;
  const include = textOf(recordOf(first['options'])['include']);
  const refIds = new Set(panelTargets(panel, dashboard).map(({ refId }) => refId));
  if (include === undefined || refIds.size === 0 || !/^\w+(?:\|\w+)*$/.test(include)) return;
  const unknown = include.split('|').filter((name) => !refIds.has(name));
  if (unknown.length === 0) return;
  yield {
    message: `the transformation keeps the query "${unknown.join('", "')}", which the panel does not have`,
    path: [...panel.places.transformations, 0],
    fix: 'name a query of the panel, or remove the transformation',
  };
}

/** The overrides of a panel that match in one way, with what they match. */
function matchers(panel: ReadPanel, id: string): readonly { readonly options: string; readonly path: JsonPath }[] {
  return panel.overrides.flatMap((override, index) => {
    const matcher = isRecord(override) ? recordOf(override['matcher']) : {};
    const options = matcher['id'] === id ? textOf(matcher['options']) : undefined;
    return options === undefined || options === ''
      ? []
      : [{ options, path: [...panel.places.overrides, index, 'matcher', 'options'] }];
  });
}

import type { PanelTypeName } from '../../../model/panel-types.js';
import type { PanelCheck } from '../../check.js';
import { isLibraryPanel } from '../../judge/panel-kinds.js';
import { checkOptions } from '../../options/check-options.js';
import { texts } from '../../options/option.js';
import { isRecord, listOf, recordOf, textOf } from '../../../document/read/values.js';
import type { ReadPanel } from '../../../document/read-dashboard.js';

const options = checkOptions('house/panel-unit', {
  types: texts(
    ['stat', 'singlestat', 'graph', 'table', 'timeseries', 'gauge', 'bargauge'] satisfies readonly PanelTypeName[],
    'the types of panels that need a unit',
  ),
  units: texts([], 'the units that the house allows; without any, all are'),
});

/** A panel of numbers without a unit, also where nobody knows the unit of its query: `none` says that there is none. */
export const panelUnit: PanelCheck = {
  id: 'house/panel-unit',
  severity: 'warning',
  summary: 'A panel without a unit, or with one that the house does not use',
  looksAt: 'panel',
  isOff: true,
  options,
  *check(panel, _dashboard, context) {
    const { types, units } = options.of(context);
    if (!types.includes(panel.type) || isLibraryPanel(panel)) return;
    const used = unitsOf(panel);
    if (used.length === 0) {
      yield { message: 'the panel has no unit', fix: 'set one; "none" says that its numbers have no unit' };
      return;
    }
    const stranger = units.length === 0 ? undefined : used.find((unit) => !units.includes(unit));
    if (stranger === undefined) return;
    yield {
      message: `the panel has the unit "${stranger}", which is none of those that the house uses`,
      path: panel.unit === stranger ? panel.places.unit : panel.places.overrides,
      fix: `set one of ${units.join(', ')}`,
    };
  },
};

/** The units of all fields and of those that overrides name. */
function unitsOf({ unit, overrides, json }: ReadPanel): readonly string[] {
  const written = overrides.flatMap((override) => listOf(recordOf(override)['properties']));
  const named = written.flatMap((property) =>
    isRecord(property) && property['id'] === 'unit' ? [textOf(property['value']) ?? ''] : [],
  );
  // Before Grafana 7, in the panel itself and its axes.
  const axes = listOf(json['yaxes']).map((axis) => textOf(recordOf(axis)['format']) ?? '');
  return [unit ?? '', ...named, textOf(json['format']) ?? '', ...axes].filter((each) => each !== '');
}

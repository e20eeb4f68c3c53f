import { panelTypeOf } from '../../model/panel-types.js';
import type { JsonPath } from '../../document/json-path.js';
import { isRecord, listOf, recordOf, textOf } from '../../document/read/values.js';
import type { ReadPanel, ReadQuery } from '../../document/read-dashboard.js';
import { isLiteralLegend } from '../../document/find/legend.js';

/** The unit that a panel shows the result of a query in, and where it is written. `id` is empty where there is none. */
export interface PanelUnit {
  readonly id: string;
  readonly path: JsonPath;
}

/** Transformations that leave the numbers what they are. */
const harmless = new Set(
  `organize merge sortBy renameByRegex filterFieldsByName filterByRefId filterByValue limit seriesToRows seriesToColumns
  joinByField labelsToFields concatenate filterByName`.split(/\s+/),
);

/**
 * The unit that a panel shows the result of a query in; undefined where that is not certain, because an override may
 * change it or a transformation the numbers.
 */
export function panelUnit(panel: ReadPanel, query: ReadQuery): PanelUnit | undefined {
  if (panel.transformations.some((step) => !isRecord(step) || !harmless.has(textOf(step['id']) ?? '')))
    return undefined;
  let unit = baseUnit(panel);
  for (const [index, override] of panel.overrides.entries()) {
    const properties = listOf(recordOf(override)['properties']).map(recordOf);
    const place = properties.findIndex(({ id }) => id === 'unit');
    if (place < 0) continue;
    const matches = matchesQuery(recordOf(recordOf(override)['matcher']), query);
    if (matches === undefined) return undefined;
    const path: JsonPath = [...panel.places.overrides, index, 'properties', place, 'value'];
    if (matches) unit = { id: textOf(properties[place]?.['value']) ?? '', path };
  }
  return unit;
}

/** The unit of a panel without its overrides. Of panel types without field options, it stands elsewhere. */
function baseUnit(panel: ReadPanel): PanelUnit | undefined {
  const { json, path, type, unit, places } = panel;
  if (unit !== undefined) return { id: unit, path: places.unit };
  const { unitIn } = panelTypeOf(type) ?? {};
  if (unitIn === 'format') return { id: textOf(json['format']) ?? '', path: [...path, 'format'] };
  if (unitIn === undefined) return { id: '', path: places.unit };
  // A series on the right axis has the unit of that.
  if (listOf(json['seriesOverrides']).some((override) => isRecord(override) && override['yaxis'] === 2))
    return undefined;
  const [left] = listOf(json['yaxes']);
  return { id: textOf(recordOf(left)['format']) ?? '', path: [...path, 'yaxes', 0, 'format'] };
}

/** True where an override is for the series of a query; undefined where that cannot be told. */
function matchesQuery(matcher: ReturnType<typeof recordOf>, query: ReadQuery): boolean | undefined {
  const { id, options } = matcher;
  if (id === 'byFrameRefID') return options === query.refId;
  if (id === 'byType') return options === 'number' ? true : undefined;
  if (id === 'byName' && typeof options === 'string' && isLiteralLegend(query.legend)) return options === query.legend;
  return undefined;
}

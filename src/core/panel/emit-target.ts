import type { JsonObject } from '../model/json.js';
import type { AnyQuery } from '../query/query.js';
import type { DatasourceRef } from './context.js';
import type { VisualDefaults } from './visualisation.js';

/**
 * A query as Grafana reads it.
 *
 * @param id its ref id: `A`, `B`, … in the order of the panel's queries
 * @param expr printed PromQL
 */
export function emitTarget(
  query: AnyQuery,
  id: string,
  expr: string,
  datasource: DatasourceRef,
  defaults: VisualDefaults,
): JsonObject {
  const { settings } = query;
  const ask = settings.ask ?? defaults.ask;
  return {
    datasource,
    editorMode: 'code',
    exemplar: settings.exemplar === true ? true : undefined,
    expr,
    format: settings.format ?? defaults.format,
    hide: settings.hide === true ? true : undefined,
    instant: ask !== 'range',
    interval: settings.interval,
    legendFormat: query.legend === undefined || query.legend === '' ? '__auto' : query.legend,
    range: ask !== 'instant',
    refId: id,
    ...settings.sdk,
  };
}

/** The ref id of a panel's query by its place: `A` to `Z`, then `AA`, `AB`, … */
export function refId(index: number): string {
  const letter = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? letter : refId(Math.floor(index / 26) - 1) + letter;
}

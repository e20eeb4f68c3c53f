import { isOverTime, panelTypeOf } from '../../model/panel-types.js';
import type { ReadPanel, ReadQuery } from '../read-dashboard.js';

/** True where a query is evaluated at every step of a range and drawn over time. */
export function isDrawnOverTime(query: ReadQuery): boolean {
  return query.range && isOverTime(panelTypeOf(query.panel?.type ?? ''));
}

/** True where a query is drawn as lines over time. */
export function isDrawnAsLines(query: ReadQuery): boolean {
  return query.range && panelTypeOf(query.panel?.type ?? '')?.shows === 'lines';
}

/** True where a panel reduces every series to one value. */
export function showsOneValue(panel: ReadPanel | undefined): boolean {
  return panelTypeOf(panel?.type ?? '')?.shows === 'value';
}

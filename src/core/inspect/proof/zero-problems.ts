import { panelTypeOf, type PanelShows } from '../../model/panel-types.js';
import { isRecord, listOf, recordOf, textOf } from '../../document/read/values.js';
import type { ReadPanel } from '../../document/read-dashboard.js';
import type { ReturnedSeries } from './returned.js';

/** Panels that show these show the last value that there was, however old it is. */
const showLast: ReadonlySet<string> = new Set<PanelShows>(['value', 'share', 'rows']);

/**
 * The problems where the producer of what a query asks is dead: it shows a 0, which says that nothing happened. A 0
 * that the panel itself shows as another word, such as DOWN or MISSING, says what it should.
 *
 * @param end the Unix time in seconds at which the panel is looked at
 */
export function zeroProblems(panel: ReadPanel, series: readonly ReturnedSeries[], end: number): readonly string[] {
  if (saysWhatZeroIs(panel)) return [];
  const first = series.find((each) => {
    const last = each.points.at(-1);
    return last?.[1] === 0 && (showLast.has(panelTypeOf(panel.type)?.shows ?? '') || isFresh(each, end));
  });
  return first === undefined
    ? []
    : [`it shows 0 for ${JSON.stringify(first.labels)}, though nobody exports what it asks`];
}

/** In seconds: the points of a graph stand at multiples of their distance, so that the last is a little older. */
const fresh = 150;

/** True where a series has a value at present. */
export function isFresh({ points }: ReturnedSeries, end: number): boolean {
  const last = points.at(-1);
  return last !== undefined && end - last[0] < fresh;
}

/** Words that do not say that all is well. */
const bad = /^(?:down|missing|absent|dead|stale|stopped|offline|unknown|blind)$/i;

function saysWhatZeroIs({ fieldDefaults }: ReadPanel): boolean {
  return listOf(fieldDefaults['mappings']).some((mapping) => {
    if (!isRecord(mapping) || mapping['type'] !== 'value') return false;
    const zero = recordOf(recordOf(mapping['options'])['0']);
    return bad.test((textOf(zero['text']) ?? '').trim());
  });
}

import { shownUnit } from './grafana-units.js';
import type { QueryUnit } from './query-unit.js';
import { titleUnit } from './title-unit.js';
import { unitClash } from './unit-clash.js';

/** How a title contradicts the numbers below it. */
export interface TitleClash {
  /** The word in the title. */
  readonly word: string;
  /** The meaning of the numbers. */
  readonly is: string;
  readonly fix: string;
}

/**
 * How a title says another unit than a query has: "Requests / min" over a rate, which is per second, or "(ms)" over
 * seconds that are shown without a unit.
 *
 * @param written the unit that the panel shows the query in: empty where it has none, undefined where that is not
 * certain
 */
export function titleClash(title: string, written: string | undefined, unit: QueryUnit): TitleClash | undefined {
  const said = titleUnit(title);
  const shown = said === undefined ? undefined : shownUnit(said.id);
  if (said === undefined || shown === undefined) return undefined;
  const { word } = said;
  if (shown.per === 'minute') {
    return unit.per === 'second'
      ? { word, is: 'per second', fix: 'multiply by 60, or say "per second" in the title' }
      : undefined;
  }
  if (shown.per === 'second' && unit.per === 'minute')
    return { word, is: 'per minute', fix: 'leave out the factor of 60, or say "per minute" in the title' };
  const isBare = written !== undefined && shownUnit(written) === undefined;
  const clash = isBare ? unitClash(unit, shown) : undefined;
  return clash?.isScale === true ? { word, is: clash.is, fix: clash.fix } : undefined;
}

import { panelTypeOf } from '../../../model/panel-types.js';
import type { PanelCheck, Problem } from '../../check.js';
import { listOf, numberOf, recordOf, textOf } from '../../../document/read/values.js';
import type { ReadPanel } from '../../../document/read-dashboard.js';

/** Finds thresholds that no value of the unit passes, or every one. */
export const thresholdsOutOfRange: PanelCheck = {
  id: 'panel/thresholds-out-of-range',
  severity: 'warning',
  summary: 'A threshold, or the maximum, is outside of what the unit can be.',
  looksAt: 'panel',
  *check(panel) {
    const thresholds = recordOf(panel.fieldDefaults['thresholds']);
    if (isUnused(panel)) return;
    const values = listOf(thresholds['steps']).flatMap((step, index) => {
      const value = numberOf(recordOf(step)['value']);
      return value === undefined || value === 0 ? [] : [{ value, index }];
    });
    const unit = thresholds['mode'] === 'percentage' ? 'percentage' : (panel.unit ?? '');
    const found = (Object.hasOwn(limits, unit) ? limits[unit] : undefined)?.(
      values.map(({ value }) => value),
      numberOf(panel.fieldDefaults['max']),
    );
    yield* ofMaximum(panel);
    if (found === undefined) return;
    const index = values.find(({ value }) => value === found.value)?.index ?? 0;
    yield {
      message: found.message,
      path: [...panel.places.fieldDefaults, 'thresholds', 'steps', index, 'value'],
      fix: found.fix,
      ...(found.severity === undefined ? {} : { severity: found.severity }),
    };
  },
};

/** A maximum that is all there is in the other way to write shares. */
function* ofMaximum({ unit, fieldDefaults, places }: ReadPanel): Generator<Problem> {
  const max = numberOf(fieldDefaults['max']);
  const path = [...places.fieldDefaults, 'max'];
  if (unit === 'percentunit' && max === 100) {
    yield { message: 'the maximum is 100, and the unit "percentunit" shows 1 as 100 %', path, fix: 'write 1' };
  } else if (unit === 'percent' && max === 1) {
    yield { message: 'the maximum is 1, and the unit "percent" shows 100 as 100 %', path, fix: 'write 100' };
  }
}

interface Found {
  readonly value: number;
  readonly message: string;
  readonly fix: string;
  readonly severity?: 'note';
}

/** The mistake in thresholds, by the unit. */
const limits: Readonly<
  Partial<Record<string, (values: readonly number[], max: number | undefined) => Found | undefined>>
> = {
  percentage: (values) => above(values, 100, 'and thresholds in percentage mode go from 0 to 100'),
  percentunit: (values, max = 1) => {
    const found = above(values, Math.max(max, 1), 'and the unit "percentunit" shows 1 as 100 %');
    // Some shares can be above 1, as those of several cores are; ten times all there is nobody waits for.
    return found === undefined || values.some((value) => value > 10) ? found : { ...found, severity: 'note' };
  },
  bool: (values) => above(values, 1, 'and the values are 0 and 1'),
  percent: (values) => {
    const highest = Math.max(...values);
    if (values.length === 0 || highest < 0.5 || highest >= 1 || Math.min(...values) < 0) return undefined;
    return {
      value: highest,
      message: `the threshold ${highest} is less than 1 %, and the unit "percent" shows 100 as 100 %`,
      fix: `write ${Number((highest * 100).toPrecision(6))}`,
      severity: 'note',
    };
  },
};

function above(values: readonly number[], limit: number, why: string): Found | undefined {
  const value = values.find((one) => one > limit);
  return value === undefined
    ? undefined
    : {
        value,
        message: `no value reaches the threshold ${value}, ${why}`,
        fix: 'write the threshold in the unit of the panel',
      };
}

/** True where nothing shows the thresholds of a panel. */
function isUnused({ type, fieldDefaults }: ReadPanel): boolean {
  const style = recordOf(recordOf(fieldDefaults['custom'])['thresholdsStyle']);
  const mode = textOf(recordOf(fieldDefaults['color'])['mode']);
  const isDrawn = style['mode'] !== undefined && style['mode'] !== 'off';
  return panelTypeOf(type)?.thresholdsStyle === true && !isDrawn && mode !== 'thresholds';
}

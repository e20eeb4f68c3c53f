import type { Json } from '../../model/json.js';
import { recordOf, recordsIn, numberOf, textOf } from '../../document/read/values.js';
import { printValue } from '../value/print-value.js';

/** Thresholds as people read them: `green, red from 80`; undefined where there are none. */
export function printThresholds(thresholds: Json | undefined): string | undefined {
  const { mode, steps } = recordOf(thresholds);
  const sign = mode === 'percentage' ? ' %' : '';
  const printed = recordsIn(steps, []).map(({ json: { color, value } }) => {
    const name = textOf(color) ?? printValue(color) ?? 'no colour';
    const from = numberOf(value);
    return from === undefined ? name : `${name} from ${from}${sign}`;
  });
  return printed.length === 0 ? undefined : printed.join(', ');
}

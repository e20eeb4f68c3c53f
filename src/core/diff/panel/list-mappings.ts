import type { Json, JsonObject } from '../../model/json.js';
import { isRecord, recordOf, recordsIn, textOf } from '../../document/read/values.js';
import { printValue } from '../value/print-value.js';

/** One value, range or pattern that a panel shows as something else. */
export interface ListedMapping {
  /** The value: `0`, `from 1 to 5`, `^err`, `null`. */
  readonly from: string;
  /** The text that is shown: `"DOWN" in red`. */
  readonly to: string;
}

/** The mappings of a field, one for each value, in the order in which Grafana asks them. */
export function listMappings(mappings: Json | undefined): readonly ListedMapping[] {
  return recordsIn(mappings, []).flatMap(({ json: { type, options } }) => {
    const all = recordOf(options);
    if (type === 'value')
      return Object.entries(all).map(([value, result]) => ({ from: value, to: printResult(result) }));
    return [{ from: printCondition(type, all), to: printResult(all['result']) }];
  });
}

function printCondition(type: Json | undefined, options: JsonObject): string {
  if (type === 'range') return `from ${printValue(options['from']) ?? '−∞'} to ${printValue(options['to']) ?? '∞'}`;
  if (type === 'regex') return textOf(options['pattern']) ?? 'a pattern';
  if (type === 'special') return textOf(options['match']) ?? 'a special value';
  return printValue(options) ?? 'a value';
}

function printResult(result: Json | undefined): string {
  if (!isRecord(result)) return printValue(result) ?? 'nothing';
  const { text, color, icon } = result;
  const shown = text === undefined ? 'the value' : (printValue(text) ?? '');
  return [
    shown,
    ...(typeof color === 'string' ? [`in ${color}`] : []),
    ...(typeof icon === 'string' ? ['with an icon'] : []),
  ].join(' ');
}

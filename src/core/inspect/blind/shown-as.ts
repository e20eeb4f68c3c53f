import { isRecord, listOf, numberOf, recordOf, recordsIn, textOf } from '../../document/read/values.js';
import type { Json, JsonObject } from '../../model/json.js';

/** The text and the colour that stand for a value; undefined where the panel shows the number, or colours nothing. */
export interface ShownAs {
  readonly text: string | undefined;
  readonly colour: string | undefined;
}

/** How a panel uses thresholds. */
export type ThresholdUse = 'drawn' | 'mode' | 'none';

/**
 * The way in which a field shows a value: the first mapping that matches, and the colour of the last threshold that it
 * reaches.
 *
 * @param thresholds how the panel draws them: `drawn`, as lines or areas of a graph; `mode`, where the colour mode of the field
 * says so; or not at all
 */
export function shownAs(field: JsonObject, value: number, thresholds: ThresholdUse): ShownAs {
  const mapped = listOf(field['mappings'])
    .map((mapping) => resultOf(mapping, value))
    .find((result) => result !== undefined);
  const own = textOf(mapped?.['color']);
  const mode = textOf(recordOf(field['color'])['mode']) ?? 'thresholds';
  const isColoured = thresholds === 'drawn' || (thresholds === 'mode' && mode === 'thresholds');
  const colour = own ?? (isColoured ? thresholdColour(field, value) : undefined);
  return { text: textOf(mapped?.['text']), colour };
}

function resultOf(mapping: Json, value: number): JsonObject | undefined {
  if (!isRecord(mapping)) return undefined;
  const options = recordOf(mapping['options']);
  if (mapping['type'] === 'value') {
    const result = options[String(value)];
    return isRecord(result) ? result : undefined;
  }
  return isIn(mapping['type'], options, value) ? recordOf(options['result']) : undefined;
}

function isIn(type: Json | undefined, options: JsonObject, value: number): boolean {
  if (type === 'range')
    return value >= (numberOf(options['from']) ?? -Infinity) && value <= (numberOf(options['to']) ?? Infinity);
  const { match } = options;
  return type === 'special' && Number.isNaN(value) && (match === 'nan' || match === 'null+nan');
}

function thresholdColour(field: JsonObject, value: number): string | undefined {
  const { mode, steps } = recordOf(field['thresholds']);
  const [low, high] = [numberOf(field['min']) ?? 0, numberOf(field['max']) ?? 100];
  const reached = mode === 'percentage' ? (100 * (value - low)) / (high - low) : value;
  const all = recordsIn(steps, []).map(({ json }) => json);
  // The first step has no value: it reaches from the bottom.
  const last = all.findLast((step, index) => index === 0 || reached >= (numberOf(step['value']) ?? -Infinity));
  return textOf(last?.['color']);
}

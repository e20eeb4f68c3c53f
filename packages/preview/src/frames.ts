import {
  applyFieldOverrides,
  createTheme,
  dateTime,
  toDataFrame,
  transformDataFrame,
  type DataFrame,
  type DataTransformerConfig,
  type FieldConfigSource,
  type GrafanaTheme2,
  type TimeRange,
} from '@grafana/data';
import { lastValueFrom } from 'rxjs';
import type {
  PanelAnswer,
  PreviewField,
  PreviewFrame,
  PreviewRange,
} from '../../../src/core/inspect/preview/protocol.js';
import { optionsOf } from './standard-options.js';

/** The data of a panel as Grafana's components take it: transformed, with the field options applied. */
export async function drawnFrames(
  answer: PanelAnswer,
  transformations: readonly DataTransformerConfig[],
  fieldConfig: FieldConfigSource,
  theme: GrafanaTheme2 = createTheme(),
): Promise<DataFrame[]> {
  const frames = answer.frames.map(frameOf);
  const shown = transformations.filter(({ disabled }) => disabled !== true);
  const transformed = shown.length === 0 ? frames : await lastValueFrom(transformDataFrame([...shown], frames));
  return applyFieldOverrides({
    data: transformed,
    fieldConfig,
    fieldConfigRegistry: optionsOf(fieldConfig),
    replaceVariables: (text) => text,
    theme,
    timeZone: 'utc',
  });
}

function frameOf({ refId, name, fields, meta }: PreviewFrame): DataFrame {
  const frame = toDataFrame({ refId, name, fields: fields.map(fieldOf), ...(meta === undefined ? {} : { meta }) });
  return frame;
}

function fieldOf({ name, type, labels, values, displayName, interval }: PreviewField): object {
  return {
    name,
    type,
    ...(labels === undefined ? {} : { labels }),
    values: type === 'number' ? values.map(numberOf) : values,
    config: {
      ...(displayName === undefined ? {} : { displayNameFromDS: displayName }),
      ...(interval === undefined ? {} : { interval }),
    },
  };
}

const words: Readonly<Record<string, number>> = { NaN: Number.NaN, '+Inf': Infinity, '-Inf': -Infinity };

/** Numbers that JSON cannot write are words. */
function numberOf(value: unknown): unknown {
  return typeof value === 'string' ? (words[value] ?? null) : value;
}

/** A range as Grafana's components take it. */
export function timeRangeOf({ from, to }: PreviewRange): TimeRange {
  const [start, end] = [dateTime(from), dateTime(to)];
  return { from: start, to: end, raw: { from: start, to: end } };
}

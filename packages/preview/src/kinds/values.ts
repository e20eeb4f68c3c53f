import { getFieldDisplayValues, type FieldDisplay } from '@grafana/data';
import type { Drawing } from './kind.js';

/** The values that a panel reduces its data to: one each for `stat`, `gauge`, `bargauge` and `piechart`. */
export function displayedValues({ frames, options, fieldConfig, theme }: Drawing, sparkline = false): FieldDisplay[] {
  const reduce = { calcs: ['lastNotNull'], values: false, ...options['reduceOptions'] };
  return getFieldDisplayValues({
    fieldConfig,
    reduceOptions: reduce,
    replaceVariables: (text) => text,
    theme,
    data: frames,
    sparkline,
    timeZone: 'utc',
  });
}

/** True where nothing came back at all, so that Grafana says so. */
export function isEmpty({ frames }: Drawing): boolean {
  return frames.every(({ fields }) => fields.every(({ values }) => values.length === 0));
}

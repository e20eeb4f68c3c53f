import type { ReadVariable } from '../read-dashboard.js';
import { customOptions } from './custom-options.js';

/** The value that stands for All. */
export const allOptions = '$__all';

/** The values and texts that a viewer can choose; undefined where they are not written in the file. */
export function offeredBy({ type, query, options, includeAll, json }: ReadVariable): ReadonlySet<string> | undefined {
  if ((type !== 'custom' && type !== 'interval') || query === undefined || isJson(query, json['valuesFormat']))
    return undefined;
  const listed = customOptions(query);
  if (listed === undefined) return undefined;
  // Before Grafana 8, All could be written as its text.
  const written = includeAll ? [allOptions, 'All', 'all'] : [];
  return new Set([
    ...options.filter((value) => value !== allOptions),
    ...written,
    ...listed.flatMap(({ text, value }) => [text, value]),
  ]);
}

function isJson(query: string, format: unknown): boolean {
  return format === 'json' || /^\s*\[/.test(query);
}

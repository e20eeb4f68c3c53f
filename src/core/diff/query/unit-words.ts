import type { BaseUnit, ResultUnit } from '../../model/unit.js';

const words: Readonly<Record<BaseUnit, string>> = {
  seconds: 'seconds',
  milliseconds: 'milliseconds',
  minutes: 'minutes',
  unixSeconds: 'a Unix time',
  unixMilliseconds: 'a Unix time in milliseconds',
  bytes: 'bytes',
  ratio: 'a share of 1',
  percent: 'percent',
  bool: '0 or 1',
  requests: 'requests',
  events: 'events',
  count: 'a count',
};

/** The unit of a query's result in words: `requests per second`; undefined where nothing is certain. */
export function unitWords(unit: ResultUnit): string | undefined {
  if (unit === 'unknown') return undefined;
  return `${words[unit.base]}${unit.per === undefined ? '' : ` per ${unit.per}`}`;
}

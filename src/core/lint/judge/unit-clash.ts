import type { Unit } from '../../model/unit.js';
import type { QueryUnit } from './query-unit.js';
import type { ShownUnit } from './grafana-units.js';

/** A contradiction, in words, and the way to correct it. */
export interface UnitClash {
  /** The meaning of the numbers. */
  readonly is: string;
  /** The meaning that the unit gives them. */
  readonly shown: string;
  readonly fix: string;
  /** True where numbers are wrong in every case, and not only in an unusual one. */
  readonly certain: boolean;
  /** True where both measure the same, and only a factor is missing. */
  readonly isScale: boolean;
}

/** The result of a query, in the terms of Grafana's units. */
interface Measured {
  readonly quantity: ShownUnit['quantity'];
  readonly scale: number;
  readonly words: string;
}

const measured: Readonly<Partial<Record<Unit['base'], Measured>>> = {
  seconds: { quantity: 'time', scale: 1, words: 'seconds' },
  milliseconds: { quantity: 'time', scale: 0.001, words: 'milliseconds' },
  minutes: { quantity: 'time', scale: 60, words: 'minutes' },
  unixSeconds: { quantity: 'date', scale: 1, words: 'points in time, in seconds since 1970' },
  unixMilliseconds: { quantity: 'date', scale: 0.001, words: 'points in time, in milliseconds since 1970' },
  bytes: { quantity: 'data', scale: 1, words: 'bytes' },
  ratio: { quantity: 'share', scale: 1, words: 'shares, from 0 to 1' },
  percent: { quantity: 'share', scale: 0.01, words: 'percents' },
  requests: { quantity: 'count', scale: 1, words: 'requests' },
  events: { quantity: 'count', scale: 1, words: 'events' },
  count: { quantity: 'count', scale: 1, words: 'counts' },
};

/** How the unit of a query contradicts the unit that it is shown in; undefined where it does not. */
export function unitClash(unit: QueryUnit, shown: ShownUnit): UnitClash | undefined {
  const is = measured[unit.base];
  if (is === undefined) return undefined;
  const words = unit.per === undefined ? is.words : `${is.words} per ${unit.per}`;
  const clash = (fix: string, certain = true): UnitClash => ({
    is: words,
    shown: inWords(shown),
    fix,
    certain,
    isScale: is.quantity === shown.quantity && unit.per === shown.per,
  });
  // CPU seconds per second are a share, and are shown in many ways: only percents are off, by a hundred.
  if (unit.base === 'seconds' && unit.per === 'second') {
    return shown.quantity === 'share' && shown.scale === 0.01
      ? {
          ...clash('set the unit "percentunit", or multiply by 100', false),
          is: 'seconds per second, which are shares of 1',
        }
      : undefined;
  }
  if (is.quantity !== shown.quantity) {
    // What counters and count() count is the author's choice: only a declared unit can be contradicted.
    const isCount = is.quantity === 'count';
    if (unit.known === 'counted' || unit.base === 'count' || (isCount && unit.known !== 'declared')) return undefined;
    return clash('set the unit that the numbers have', !isCount);
  }
  if (unit.known === 'counted' && is.quantity === 'count' && unit.per === undefined) return undefined;
  if (unit.per !== shown.per) return perClash(unit, shown, clash);
  return is.scale === shown.scale || isAlmost(is.scale, shown.scale) ? undefined : clash(scaleFix(is, shown));
}

function perClash(
  unit: QueryUnit,
  shown: ShownUnit,
  clash: (fix: string, certain?: boolean) => UnitClash,
): UnitClash | undefined {
  if (unit.per === 'second' && shown.per === 'minute')
    return clash('multiply by 60, or set the unit of so much per second');
  if (unit.per === 'minute' && shown.per === 'second')
    return clash('leave out the factor of 60, or set the unit of so much per minute');
  if (unit.per === undefined) return clash('ask rate() of it, or set a unit without a time');
  return clash('set the unit of so much per second', false);
}

function scaleFix(is: Measured, shown: ShownUnit): string {
  const factor = is.scale / shown.scale;
  return `${factor >= 1 ? `multiply by ${factor}` : `divide by ${1 / factor}`}, or set the unit that the numbers have`;
}

function isAlmost(left: number, right: number): boolean {
  return Math.abs(left / right - 1) < 1e-6;
}

const names: Readonly<Record<ShownUnit['quantity'], string>> = {
  time: 'a time',
  date: 'a date, in milliseconds since 1970',
  data: 'an amount of data',
  share: 'a share',
  count: 'a count',
};

function inWords({ quantity, scale, per }: ShownUnit): string {
  const rate = per === undefined ? '' : ` per ${per}`;
  if (quantity === 'share') return scale === 1 ? 'shares, from 0 to 1' : 'percents, from 0 to 100';
  if (quantity === 'time' && scale === 1) return 'seconds';
  if (quantity === 'time' && scale === 0.001) return 'milliseconds';
  if (quantity === 'data' && (scale === 1 || scale === 1 / 8)) return `${scale === 1 ? 'bytes' : 'bits'}${rate}`;
  return `${names[quantity]}${rate}`;
}

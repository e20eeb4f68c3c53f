import type { MetricFamily, MetricUnit } from '../model/metric.js';
import type { Effect, GaugeEffect } from '../model/scenario.js';
import { holds } from './about.js';
import type { ChildFacts } from './child.js';
import { counterOf } from './counted.js';
import type { Lives } from './lives.js';
import { waveAt } from './pace.js';
import { fractionOf } from './random.js';

/** The value of a gauge at a time. */
export type ShownAt = (time: number) => number;

/** Where the values of a unit usually are. */
const ranges: Readonly<Record<Exclude<MetricUnit, 'unixSeconds' | 'bool'>, readonly [low: number, high: number]>> = {
  ratio: [0.15, 0.75],
  percent: [10, 70],
  seconds: [0.01, 2],
  milliseconds: [5, 150],
  minutes: [1, 30],
  bytes: [5e7, 4e8],
  requests: [1, 40],
  events: [1, 40],
};

/** Gauges of these are whole numbers. */
const whole: ReadonlySet<MetricUnit | undefined> = new Set(['bytes', 'requests', 'events', undefined]);

/**
 * A gauge: a wave in the range of its unit, the time for a timestamp, 1 for a bool; unless an effect says otherwise.
 *
 * @param key what its wave follows from
 * @param effects those about the series
 * @param epoch the Unix time of the scenario's start, in seconds
 */
export function gaugeOf(
  { family, labels }: ChildFacts,
  key: string,
  effects: readonly Effect[],
  { lives, since, epoch }: { readonly lives: Lives; readonly since: number; readonly epoch: number },
): ShownAt {
  const deciding = effects.filter(isGaugeEffect);
  const usual = usualGauge(family, key, epoch);
  const counted = counterOf(family, key, effects, since);
  const lifeAt = (time: number): number => lives.startBefore(time) ?? since;

  const shownAt = (time: number, before: number): number => {
    const index = deciding.findLastIndex((effect, at) => at < before && holds(effect, time));
    const effect = deciding[index];
    if (effect === undefined) return usual(time);
    switch (effect.kind) {
      case 'value':
        return effect.value;
      case 'one of':
        return labels[effect.label] === effect.value ? 1 : 0;
      case 'between': {
        const value = waveAt(key, time, effect.low, effect.high);
        return whole.has(family.unit) && Number.isInteger(effect.low) ? Math.round(value) : value;
      }
      case 'frozen':
        return shownAt(Math.max(effect.from, since), index);
      case 'reads':
        if (effect.what === 'start time') return epoch + lifeAt(time);
        return effect.what === 'uptime' ? time - lifeAt(time) : counted(lifeAt(time), time);
    }
  };
  return (time) => shownAt(time, deciding.length);
}

function usualGauge({ unit }: MetricFamily, key: string, epoch: number): ShownAt {
  if (unit === 'bool') return () => 1;
  if (unit === 'unixSeconds') {
    const lag = 0.5 + 2 * fractionOf(`${key} lag`);
    return (time) => epoch + time - lag;
  }
  const [low, high] = unit === undefined ? [1, 40] : ranges[unit];
  return whole.has(unit) ? (time) => Math.round(waveAt(key, time, low, high)) : (time) => waveAt(key, time, low, high);
}

function isGaugeEffect(effect: Effect): effect is GaugeEffect {
  return ['frozen', 'value', 'between', 'one of', 'reads'].includes(effect.kind);
}

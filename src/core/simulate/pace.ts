import { fractionOf } from './random.js';

/** How often something happens: so many times a second, in slow waves. */
export interface Pace {
  readonly perSecond: number;
  /** The height of the waves, 0 to 1. */
  readonly swing: number;
  /** Their length in seconds. */
  readonly period: number;
  readonly phase: number;
}

/** A plausible pace for a series: between once in twenty seconds and twice a second. */
export function paceOf(key: string): Pace {
  return {
    perSecond: 0.05 * 40 ** fractionOf(`${key} pace`),
    swing: 0.1 + 0.4 * fractionOf(`${key} swing`),
    period: 600 + 1800 * fractionOf(`${key} period`),
    phase: 2 * Math.PI * fractionOf(`${key} phase`),
  };
}

/** How often it happens between two times in seconds: the integral of the pace. */
export function timesBetween({ perSecond, swing, period, phase }: Pace, from: number, to: number): number {
  const turn = (2 * Math.PI) / period;
  return perSecond * (to - from - (swing / turn) * (Math.cos(turn * to + phase) - Math.cos(turn * from + phase)));
}

/** A gauge's wave between two bounds at a time. */
export function waveAt(key: string, time: number, low: number, high: number): number {
  const { period, phase } = paceOf(key);
  return low + ((high - low) * (1 + Math.sin((2 * Math.PI * time) / period + phase))) / 2;
}

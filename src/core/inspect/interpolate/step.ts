import { durationSeconds } from '../../promql/duration.js';

/** Steps that people can read, in seconds, each with the width up to which it is taken. */
const steps: readonly (readonly [below: number, step: number])[] = [
  [0.01, 0.001],
  [0.015, 0.01],
  [0.035, 0.02],
  [0.075, 0.05],
  [0.15, 0.1],
  [0.35, 0.2],
  [0.75, 0.5],
  [1.5, 1],
  [3.5, 2],
  [7.5, 5],
  [12.5, 10],
  [17.5, 15],
  [25, 20],
  [45, 30],
  [90, 60],
  [210, 120],
  [450, 300],
  [750, 600],
  [1050, 900],
  [1500, 1200],
  [2700, 1800],
  [5400, 3600],
  [9000, 7200],
  [16_200, 10_800],
  [32_400, 21_600],
  [86_400, 43_200],
  [604_800, 86_400],
  [1_814_400, 604_800],
  [3_628_800, 2_592_000],
];

/** The longest answer that Prometheus gives, in points. */
const mostPoints = 11_000;

/** The settings that decide how far the points of a graph are apart. */
export interface StepFacts {
  /** In seconds. */
  readonly range: number;
  /** How many points the panel has room for. */
  readonly points: number;
  /** The scrape interval, or what panel or query say instead, in seconds. */
  readonly least: number;
  /** How many steps become one. Default 1. */
  readonly factor?: number;
}

/** The distance of the points of a graph in seconds, as Grafana chooses it: `$__interval`. */
export function graphStep({ range, points, least, factor = 1 }: StepFacts): number {
  const wanted = Math.max(roundedStep(range / Math.max(1, points)), least) * factor;
  return Math.max(wanted, Math.ceil(range / mostPoints));
}

/** A width in seconds, rounded to one that people can read. */
export function roundedStep(width: number): number {
  return steps.find(([below]) => width < below)?.[1] ?? 31_536_000;
}

/**
 * The window that `$__rate_interval` is, in seconds. Source:
 * https://grafana.com/docs/grafana/latest/datasources/prometheus/
 */
export function rateInterval(step: number, scrapeInterval: number): number {
  return Math.max(step + scrapeInterval, 4 * scrapeInterval);
}

/** A duration as Grafana writes it in queries: `15s`, `1h`, `200ms`. */
export function printSeconds(seconds: number): string {
  if (seconds < 1) return `${Math.round(seconds * 1000)}ms`;
  const whole = Math.round(seconds);
  for (const [unit, length] of [
    ['d', 86_400],
    ['h', 3600],
    ['m', 60],
  ] as const) {
    if (whole % length === 0) return `${whole / length}${unit}`;
  }
  return `${whole}s`;
}

/** A duration as people write it in panels: `1m`, `>15s`, `30`; undefined for what is none. */
export function readInterval(text: string): number | undefined {
  const plain = text.trim().replace(/^>=?/, '').trim();
  return /^\d+$/.test(plain) ? Number(plain) : durationSeconds(plain);
}

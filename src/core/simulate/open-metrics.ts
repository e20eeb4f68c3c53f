import type { MetricType } from '../model/metric.js';
import type { LabelSet } from './label-sets.js';

/** The head of a family in OpenMetrics. A counter is called there what its series are without `_total`. */
export function printFamily(name: string, type: MetricType, help: string): string {
  const isNamedSo = type !== 'counter' || name.endsWith('_total');
  const family = type === 'counter' ? name.replace(/_total$/, '') : name;
  return `# TYPE ${family} ${isNamedSo ? type : 'unknown'}\n# HELP ${family} ${escape(help)}\n`;
}

/** The name and labels of a series, before its value. */
export function printSeries(name: string, labels: LabelSet): string {
  const pairs = Object.entries(labels).map(([label, value]) => `${label}="${escape(value)}"`);
  return pairs.length === 0 ? name : `${name}{${pairs.join(',')}}`;
}

/** One sample: a line. @param time a Unix time in milliseconds */
export function printSample(series: string, value: number, time: number): string {
  return `${series} ${value} ${time / 1000}\n`;
}

/** The end of every exposition. */
export const endOfFile = '# EOF\n';

function escape(text: string): string {
  return text
    .replaceAll('\\', String.raw`\\`)
    .replaceAll('\n', String.raw`\n`)
    .replaceAll('"', String.raw`\"`);
}

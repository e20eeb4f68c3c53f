import { readExposition } from '../../exposition/read-exposition.js';
import type { ExpectedDelta } from '../expected-delta.js';

/** The change of one series between two pages. */
export interface ComparedDelta {
  /** The series as PromQL writes it. */
  readonly series: string;
  readonly expected: number;
  readonly found: number;
}

/** By how much series grew from one page in Prometheus's text format to the next. A series that is missing has 0. */
export function comparePages(
  before: string,
  after: string,
  expected: readonly ExpectedDelta[],
): readonly ComparedDelta[] {
  const [first, last] = [readPage(before), readPage(after)];
  return expected.map(({ series, labels, by }) => {
    const name = nameOf(series, Object.entries(labels));
    return { series: name, expected: by, found: (last.get(name) ?? 0) - (first.get(name) ?? 0) };
  });
}

function readPage(text: string): ReadonlyMap<string, number> {
  return new Map(
    readExposition(text).flatMap((line) =>
      line.kind === 'sample' ? [[nameOf(line.name, [...line.labels]), line.value] as const] : [],
    ),
  );
}

function nameOf(series: string, labels: readonly (readonly [string, string])[]): string {
  const pairs = labels.map(([name, value]) => `${name}=${JSON.stringify(value)}`).sort();
  return pairs.length === 0 ? series : `${series}{${pairs.join(',')}}`;
}

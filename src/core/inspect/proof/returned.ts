import type { QueryResult } from '../../live/prometheus/result.js';
import { valueOf } from '../../live/prometheus/sample.js';

/** A series that a query returned: its labels, and its values in the order of time. */
export interface ReturnedSeries {
  readonly labels: Readonly<Record<string, string>>;
  readonly points: readonly (readonly [time: number, value: number])[];
}

/** The series of an answer; of a scalar one without labels. */
export function returnedSeries(answer: QueryResult): readonly ReturnedSeries[] {
  switch (answer.resultType) {
    case 'matrix':
      return answer.result.map(({ metric: labels, values = [] }) => ({
        labels,
        points: values.map((sample) => [sample[0], valueOf(sample)] as const),
      }));
    case 'vector':
      return answer.result.map(({ metric: labels, value }) => ({
        labels,
        points: value === undefined ? [] : [[value[0], valueOf(value)] as const],
      }));
    case 'scalar':
      return [{ labels: {}, points: [[answer.result[0], valueOf(answer.result)]] }];
    case 'string':
      return [];
  }
}

/** Labels without the name of the metric: what a rule returns is called otherwise. */
export function withoutName(labels: ReturnedSeries['labels']): ReturnedSeries['labels'] {
  return Object.fromEntries(Object.entries(labels).filter(([label]) => label !== '__name__'));
}

import type { QueryAnswer, QueryResult } from '../../live/prometheus/result.js';
import { valueOf, type Sample } from '../../live/prometheus/sample.js';
import type { AnsweredValue, Answer } from './question.js';

/** The answer in a query's result: whether there is anything that a panel could show. */
export function readResult({ result, samples }: QueryAnswer, milliseconds: number): Answer {
  const { series, hasValue } = countIn(result);
  const status = series === 0 ? 'empty' : hasValue ? 'data' : 'nan';
  return { status, series, milliseconds, samples, values: valuesIn(result) };
}

function countIn(answer: QueryResult): { readonly series: number; readonly hasValue: boolean } {
  switch (answer.resultType) {
    case 'scalar':
      return { series: 1, hasValue: isValue(answer.result) };
    case 'string':
      return { series: 1, hasValue: true };
    case 'vector':
      return {
        series: answer.result.length,
        hasValue: answer.result.some(({ value, histogram }) => histogram !== undefined || isValue(value)),
      };
    case 'matrix':
      return {
        series: answer.result.length,
        hasValue: answer.result.some(
          ({ values = [], histograms = [] }) => histograms.length > 0 || values.some(isValue),
        ),
      };
  }
}

function valuesIn(answer: QueryResult): readonly AnsweredValue[] {
  if (answer.resultType !== 'vector') return [];
  return answer.result.flatMap(({ metric: labels, value }) =>
    value === undefined ? [] : [{ labels, time: value[0], value: valueOf(value) }],
  );
}

function isValue(sample: Sample | undefined): boolean {
  return sample !== undefined && !Number.isNaN(valueOf(sample));
}

import { describe } from 'vitest';
import { contextWith } from '../../lint-one.js';
import { itFindsInRules, itSurvivesInRules } from '../rule-cases.js';

const quantile = 'histogram_quantile(0.95, sum by (le) (rate(request_seconds_bucket[5m])))';
const context = contextWith([
  {
    name: 'request_seconds',
    type: 'histogram',
    help: '',
    labels: {},
    owners: [],
    origin: 'exported',
    buckets: [0.1, 0.25, 0.5],
  },
]);
const finding = (value: string, place: string): string =>
  `rule/quantile-threshold groups.0.rules.0.expr: request_seconds has no bucket that ends at ${value}: ${place}, where the quantile is guessed on a straight line`;

describe('rule/quantile-threshold', () => {
  itFindsInRules([
    [
      'between two buckets',
      { rule: { expr: `${quantile} > 0.3` } },
      [finding('0.3', 'it is between 0.25 and 0.5')],
      context,
    ],
    [
      'the other way round',
      { rule: { expr: `0.05 < ${quantile}` } },
      [finding('0.05', 'it is below the first, 0.1')],
      context,
    ],
    ['above the last', { rule: { expr: `${quantile} > 3` } }, [finding('3', 'it is above the last, 0.5')], context],
    [
      'a quantile that another rule of the file records',
      {
        rule: { expr: 'web:request_seconds:p95 > 0.3' },
        more: [{ record: 'web:request_seconds:p95', expr: `${quantile} >= 0` }],
      },
      [finding('0.3', 'it is between 0.25 and 0.5')],
      context,
    ],
    ['silent: 0, where the first bucket begins', { rule: { expr: `${quantile} >= 0` } }, [], context],
    ['silent: the end of a bucket', { rule: { expr: `${quantile} > 0.25` } }, [], context],
    ['silent: no number', { rule: { expr: `${quantile} > scalar(limit_seconds)` } }, [], context],
    ['silent: no catalog', { rule: { expr: `${quantile} > 0.3` } }],
  ]);
  itSurvivesInRules('expr');
});

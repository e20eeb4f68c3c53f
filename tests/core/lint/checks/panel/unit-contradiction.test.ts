import { describe, expect, it } from 'vitest';
import { unitContradiction } from '../../../../../src/core/lint/checks/panel/unit-contradiction.js';
import { readClassicDashboard } from '../../../../../src/core/document/read/classic.js';
import type { MetricFamily, MetricUnit } from '../../../../../src/core/model/metric.js';
import { bareContext, contextWith } from '../../lint-one.js';
import { itFinds, itSurvives, type Change } from './panel-findings.js';

const family = (name: string, unit: MetricUnit): MetricFamily => ({
  name,
  type: 'gauge',
  unit,
  help: '',
  labels: {},
  owners: [],
  origin: 'exported',
});
const context = contextWith([
  family('age', 'seconds'),
  family('share', 'ratio'),
  family('size', 'bytes'),
  family('seen', 'unixSeconds'),
]);

const shown = (unit: string, expr: string, title = 'Up'): Change => ({
  'panels/2/fieldConfig/defaults/unit': unit,
  'panels/2/targets/0/expr': expr,
  'panels/2/title': title,
});
const found = (what: string) => [`panel/unit-contradiction panels.2.fieldConfig.defaults.unit: the unit ${what}`];

describe('panel/unit-contradiction', () => {
  itFinds([
    [
      'seconds as ms',
      shown('ms', 'max(age)'),
      found('"ms" shows milliseconds, and the numbers of query A are seconds'),
      context,
    ],
    [
      'ms as seconds',
      shown('s', 'max(age) * 1000'),
      found('"s" shows seconds, and the numbers of query A are milliseconds'),
      context,
    ],
    [
      'a share as percents',
      shown('percent', 'max(share)'),
      found('"percent" shows percents, from 0 to 100, and the numbers of query A are shares, from 0 to 1'),
      context,
    ],
    [
      'percents as a share',
      shown('percentunit', 'max(share) * 100'),
      found('"percentunit" shows shares, from 0 to 1, and the numbers of query A are percents'),
      context,
    ],
    [
      'bytes as bits',
      shown('bits', 'max(size)'),
      found('"bits" shows bits, and the numbers of query A are bytes'),
      context,
    ],
    [
      'seconds as a date',
      shown('dateTimeAsIso', 'max(seen)'),
      found(
        '"dateTimeAsIso" shows a date, in milliseconds since 1970, and the numbers of query A are points in time, in seconds since 1970',
      ),
      context,
    ],
    [
      'a rate as so much per minute',
      shown('reqpm', 'sum(rate(http_requests_total[5m]))'),
      found('"reqpm" shows a count per minute, and the numbers of query A are requests per second'),
    ],
    [
      'a share of requests as percents',
      shown('percent', 'sum(rate(a_total[5m])) / sum(rate(b_total[5m]))'),
      found('"percent" shows percents, from 0 to 100, and the numbers of query A are shares, from 0 to 1'),
    ],
    [
      'percents of requests as a share',
      shown('percentunit', '100 * sum(rate(a_total{b="c"}[5m])) / sum(rate(a_total[5m]))'),
      found('"percentunit" shows shares, from 0 to 1, and the numbers of query A are percents'),
    ],
    [
      'CPU seconds as percents',
      shown('percent', 'sum(rate(process_cpu_seconds_total[5m]))'),
      found(
        '"percent" shows percents, from 0 to 100, and the numbers of query A are seconds per second, which are shares of 1',
      ),
    ],
    [
      'a title per second over a rate by the minute',
      shown('none', '60 * sum(rate(http_requests_total[5m]))', 'Requests / s'),
      [
        'panel/unit-contradiction panels.2.title: the title says "Requests / s", and the numbers of query A are per minute',
      ],
    ],
    [
      'milliseconds by the name',
      shown('s', 'max(queue_latency_ms)'),
      found('"s" shows seconds, and the numbers of query A are milliseconds'),
    ],
    [
      'one unit for several queries',
      {
        'panels/2/fieldConfig/defaults/unit': 'decbytes',
        'panels/2/targets': [
          { refId: 'A', expr: 'sum(rate(sent_bytes_total[5m]))', instant: true },
          { refId: 'B', expr: 'sum(rate(read_bytes_total[5m]))', instant: true },
        ],
      },
      [
        'panel/unit-contradiction panels.2.fieldConfig.defaults.unit: the unit "decbytes" shows bytes, and the numbers of queries A, B are bytes per second',
        'panel/legend-missing panels.2.targets: 2 queries of the panel have no legend: Grafana names each by its whole text',
      ],
    ],
    [
      'a title per minute over a rate',
      shown('none', 'sum(rate(http_requests_total[5m]))', 'Requests / min'),
      [
        'panel/unit-contradiction panels.2.title: the title says "Requests / min", and the numbers of query A are per second',
      ],
    ],
    [
      'a title in ms over seconds',
      shown('none', 'max(age)', 'Age (ms)'),
      ['panel/unit-contradiction panels.2.title: the title says "(ms)", and the numbers of query A are seconds'],
      context,
    ],
    ['what is right', shown('s', 'max(age)'), [], context],
    ['a rate by the minute', shown('reqpm', 'sum(rate(http_requests_total[5m])) * 60', 'Requests / min')],
    ['percents', shown('percent', '100 * sum(rate(a_total[5m])) / sum(rate(b_total[5m]))')],
    ['a date', shown('dateTimeAsIso', 'max(seen) * 1000'), [], context],
    ['an age', shown('s', 'time() - max(seen)'), [], context],
    ['what nobody knows', shown('ms', 'max(x)')],
    ['a counter of anything', shown('µs', 'sum(rate(latency_us_total[5m])) / sum(rate(ops_total[5m]))')],
    ['a minimum', shown('none', 'sum(rate(http_requests_total[5m]))', 'avg/min/max')],
    ['no unit at all', shown('short', 'max(age)'), [], context],
    [
      'an override that shows another',
      {
        ...shown('ms', 'max(age)'),
        'panels/2/fieldConfig/overrides': [
          { matcher: { id: 'byFrameRefID', options: 'A' }, properties: [{ id: 'unit', value: 's' }] },
        ],
      },
      [],
      context,
    ],
    [
      'a calculation',
      { ...shown('ms', 'max(age)'), 'panels/2/transformations': [{ id: 'calculateField', options: {} }] },
      [],
      context,
    ],
  ]);
  itSurvives('panels/2/fieldConfig/defaults/unit', 'panels/2/transformations', 'panels/2/yaxes');

  it('is an error only where the unit is certain', () => {
    const share = (part: string, whole: string) =>
      severity(`sum(rate(${part}{x="y"}[5m])) / sum(rate(${whole}[5m]))`, bareContext, 'percent');
    const severity = (expr: string, known = bareContext, unit = 'ms') => {
      const json = { panels: [{ type: 'stat', fieldConfig: { defaults: { unit } }, targets: [{ refId: 'A', expr }] }] };
      const dashboard = readClassicDashboard(json, []);
      return dashboard.panels.flatMap((panel) =>
        [...unitContradiction.check(panel, dashboard, known)].map((problem) => problem.severity),
      );
    };
    expect(severity('max(age)', context)).toEqual(['error']);
    expect(severity('max(a_duration_seconds)', context)).toEqual(['warning']);
    expect(severity('max(a_duration_seconds)')).toEqual(['warning']);
    expect(share('a_total', 'b_total')).toEqual(['warning']);
    expect(share('a_total', 'a_total')).toEqual(['error']); // whatever it counts
  });
});

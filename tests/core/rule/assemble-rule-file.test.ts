import {
  alert,
  alertTest,
  allFireAt,
  anyValue,
  counter,
  firesAt,
  firesBetween,
  grow,
  gt,
  histogram,
  hold,
  missing,
  observations,
  or,
  producer,
  rate,
  record,
  recorded,
  role,
  ruleFile,
  series,
  silentAt,
  silentUntil,
  sum,
  universal,
  type Alive,
  type RuleFile,
} from 'dashpack';
import { promql } from 'dashpack/promql';
import { expect, test } from 'vitest';
import { catalogLookup } from '../../../src/core/catalog/lookup.js';
import type { Environment } from '../../../src/core/dashboard/datasource-ref.js';
import { assembleRuleFile } from '../../../src/core/rule/assemble-rule-file.js';
import { emitTests } from '../../../src/core/rule/emit-tests.js';
import { promtool, temporaryFiles } from '../../servers/promtool.js';

const LOCAL = role('LOCAL');
const SHADOW = role('SHADOW');
const up = universal('up', 'gauge', { help: '1 while the scrape succeeds.', unit: 'bool' });
const web = producer('web', {
  port: 8000,
  scrapedBy: [LOCAL],
  scrapeInterval: '10s',
  alive: (): Alive => up.on(LOCAL)({ job: 'web' }),
});
const errors = counter('errors_total', {
  owner: LOCAL,
  producer: web,
  help: 'Errors.',
  labels: { route: anyValue('/'), code: ['500', '503'] },
});
const latency = histogram('latency_seconds', {
  owner: LOCAL,
  producer: web,
  help: 'Time to answer.',
  unit: 'seconds',
  buckets: [0.1, 0.5],
});
const errorRate = recorded('route:errors:rate1m', { owner: LOCAL, help: 'Errors.', labels: { route: anyValue('/') } });

const environment = {
  roles: [LOCAL, SHADOW],
  bindings: { LOCAL: { uid: 'prom_local' }, SHADOW: { uid: 'prom_shadow' } },
} as unknown as Environment;
const lookup = catalogLookup([up, errors, latency, errorRate].map(({ family }) => family));

const texts = { for: '1m', severity: 'page', summary: 'Errors', description: 'Look.', runbook: 'r.md' } as const;
const many = alert('Errors', {
  ...texts,
  when: gt(errorRate(), 1),
  keepFiringFor: '5m',
  labels: { team: 'web' },
  summary: 'Errors on {{ $labels.route }}: {{ $value }}',
  description: ['They are many.', '', 'Look at the log of {{ $labels.route }}.'],
  tests: [
    alertTest(
      'fires for each route',
      [
        series(errors({ route: '/a' }), grow(2)),
        series(errors({ route: '/b', code: '503' }), hold(1, '1m'), missing()),
      ],
      [silentUntil('1m'), silentAt('1m10s'), firesAt('1m20s', { route: '/a' }, '2'), firesBetween('1m20s', '5m')],
    ),
    alertTest('silent without errors', [series(errors(), hold(0))], [silentUntil('5m')]),
  ],
});
const file = ruleFile('web_alerts.yml', {
  role: LOCAL,
  groups: { web: [record(errorRate, sum(rate(errors(), '1m'), { by: ['route'] })), many] },
  intervals: { web: '10s' },
});

const idsOf = (of: RuleFile): readonly string[] =>
  assembleRuleFile(of, environment, lookup).findings.map(({ id, message }) => `${id}: ${message}`);

test('a rule file as Prometheus reads it', () => {
  const { json, findings } = assembleRuleFile(file, environment, lookup);
  expect(findings).toEqual([]);
  expect(json).toEqual({
    groups: [
      {
        name: 'web',
        interval: '10s',
        rules: [
          { record: 'route:errors:rate1m', expr: 'sum by (route) (rate(errors_total[1m]))' },
          {
            alert: 'Errors',
            expr: 'route:errors:rate1m > 1',
            for: '1m',
            keep_firing_for: '5m',
            labels: { severity: 'page', team: 'web' },
            annotations: {
              summary: 'Errors on {{ $labels.route }}: {{ $value }}',
              description: 'They are many.\n\nLook at the log of {{ $labels.route }}.',
              runbook_url: 'r.md',
            },
          },
        ],
      },
    ],
  });
});

const firing = 'ALERTS{alertname="Errors", alertstate="firing"}';

test('its tests as promtool reads them', () => {
  const other = { ...file, name: 'other.yml', groups: [{ name: 'first', interval: undefined, rules: [] }] };
  expect(emitTests(file, [other, file], '10s')).toEqual({
    rule_files: ['../rules/web_alerts.yml', '../rules/other.yml'],
    evaluation_interval: '10s',
    group_eval_order: ['first', 'web'],
    tests: [
      {
        name: 'Errors: fires for each route',
        interval: '10s',
        input_series: [
          {
            series: 'errors_total{route="/a", code="500", job="web", instance="localhost:8000"}',
            values: '0+20x30',
          },
          {
            series: 'errors_total{route="/b", code="503", job="web", instance="localhost:8000"}',
            values: '1x5 stale _x24',
          },
        ],
        alert_rule_test: [
          { eval_time: '1m10s', alertname: 'Errors', exp_alerts: [] },
          {
            eval_time: '1m20s',
            alertname: 'Errors',
            exp_alerts: [
              {
                exp_labels: { route: '/a', severity: 'page', team: 'web' },
                exp_annotations: {
                  summary: 'Errors on /a: 2',
                  description: 'They are many.\n\nLook at the log of /a.',
                  runbook_url: 'r.md',
                },
              },
            ],
          },
        ],
        promql_expr_test: [
          { expr: `count_over_time(${firing}[1m])`, eval_time: '1m', exp_samples: [] },
          { expr: `count_over_time(absent(${firing})[3m40s:10s])`, eval_time: '5m', exp_samples: [] },
        ],
      },
      {
        name: 'Errors: silent without errors',
        interval: '10s',
        input_series: [
          { series: 'errors_total{route="/", code="500", job="web", instance="localhost:8000"}', values: '0x30' },
        ],
        promql_expr_test: [{ expr: `count_over_time(${firing}[5m])`, eval_time: '5m', exp_samples: [] }],
      },
    ],
  });
});

/** Runs the tests of a file with the real promtool. */
function runTests(of: RuleFile): string {
  const { json } = assembleRuleFile(of, environment, lookup);
  const folder = temporaryFiles({
    [`rules/${of.name}`]: JSON.stringify(json),
    'tests/t.yml': JSON.stringify(emitTests(of, [], '10s')),
  });
  return promtool(['test', 'rules', 'tests/t.yml'], folder).printed;
}

/** The alert of the file, with one other test beside one in which it fires, or does not. */
function withExpectation(...expectations: Parameters<typeof alertTest>[2]): RuleFile {
  const busy = [series(errors({ route: '/a' }), grow(2, { for: '5m' }), hold(600))];
  const tests = [alertTest('other', busy, expectations)];
  return ruleFile('web_alerts.yml', {
    role: LOCAL,
    groups: { web: [alert('Errors', { ...texts, when: gt(sum(rate(errors(), '1m'), { by: ['route'] }), 1), tests })] },
  });
}

test.each([
  ['firesAt', firesAt('2m', { route: '/a' }), firesAt('1m', { route: '/a' })],
  ['firesAt, of labels', firesAt('2m', { route: '/a' }), firesAt('2m', { route: '/b' })],
  ['allFireAt', allFireAt('2m', { route: '/a' }), allFireAt('2m', { route: '/a' }, { route: '/b' })],
  ['silentAt', silentAt('1m'), silentAt('2m')],
  ['silentUntil', silentUntil('1m'), silentUntil('2m')],
  ['firesBetween', firesBetween('2m', '5m'), firesBetween('2m', '8m')],
  ['firesBetween, from too early', firesBetween('2m', '5m'), firesBetween('1m', '5m')],
])('%s passes where it is true, and fails where it is not', (_name, isTrue, isFalse) => {
  expect(runTests(withExpectation(isTrue))).toContain('SUCCESS');
  expect(runTests(withExpectation(isFalse))).toContain('FAILED');
});

test('a time that ends before it begins is refused', () => {
  expect(() => firesBetween('5m', '2m')).toThrow('nothing is between 5m and 2m: name the earlier moment first');
});

test('an interval that is not a duration is refused', () => {
  expect(() => ruleFile('a.yml', { role: LOCAL, groups: { web: [] }, intervals: { web: '10 s' } })).toThrow(
    '"10 s" is not a duration',
  );
});

test('a waiting time that only looks like a duration is refused', () => {
  const spec = { ...texts, when: gt(sum(rate(errors(), '1m')), 1), tests: [] };
  expect(() => alert('A', { ...spec, for: '5 m' })).toThrow('"5 m" is not a duration');
  expect(() => alert('A', { ...spec, keepFiringFor: '1h 30m' })).toThrow('"1h 30m" is not a duration');
});

test('observations are all series of a histogram', () => {
  const { length } = observations(latency, {}, { value: 0.3, stretches: [grow(1)] });
  expect(length).toBe(5);
  const values = observations(latency, {}, { value: 0.3, stretches: [hold(2)] }).map(
    ({ metric, labels, stretches }) => [metric, labels['le'], stretches],
  );
  expect(() => observations(errors, {}, { value: 1, stretches: [hold(1)] })).toThrow(
    'observations() are those of a histogram, and errors_total is a counter: use series()',
  );
  expect(values).toEqual([
    ['latency_seconds_bucket', '0.1', [hold(0)]],
    ['latency_seconds_bucket', '0.5', [hold(2)]],
    ['latency_seconds_bucket', '+Inf', [hold(2)]],
    ['latency_seconds_sum', undefined, [hold(0.6)]],
    ['latency_seconds_count', undefined, [hold(2)]],
  ]);
});

const fires = alertTest('fires', [series(errors(), grow(1))], [firesAt('2m')]);
const silent = alertTest('silent', [series(errors(), hold(0))], [silentUntil('2m')]);
const when = gt(sum(rate(errors(), '1m')), 1);
const alone = (rule: RuleFile['groups'][number]['rules'][number]): RuleFile => ({
  ...file,
  groups: [{ name: 'web', interval: undefined, rules: [rule] }],
});

test.each<[name: string, file: RuleFile, findings: readonly string[]]>([
  ['nothing is wrong', alone(alert('A', { ...texts, when, tests: [fires, silent] })), []],
  [
    'no test in which it fires',
    alone(alert('A', { ...texts, when, tests: [silent] })),
    ['rule/untested: no test shows that it fires: add an alertTest with firesAt(…)'],
  ],
  [
    'no test in which it is silent',
    alone(alert('A', { ...texts, when, tests: [fires] })),
    ['rule/untested: no test shows that it stays silent when all is well: add an alertTest with silentUntil(…) alone'],
  ],
  [
    'a test that does not say what a text renders to',
    alone(alert('A', { ...texts, when, summary: 'Errors: {{ $value }}', tests: [fires, silent] })),
    ['rule/untested: its texts have 1 computed values, and its test "fires" names 0: write what each renders to'],
  ],
  [
    'a label in a text that the types did not see',
    alone({
      ...alert('A', { ...texts, when, tests: [fires, silent] }),
      annotations: { summary: 'Errors on {{ $labels.route }} are {{ $labels.severity }}' },
    }),
    [
      'rule/unknown-label-in-template: its summary reads the label "route", which its query does not return; it returns no label',
      'rule/unknown-label-in-template: its summary reads the label "severity", which its query does not return; it returns no label',
    ],
  ],
  [
    'a window that only Grafana fills in',
    alone(alert('A', { ...texts, when: gt(sum(rate(errors())), 1), tests: [fires, silent] })),
    ['rule/grafana-variable: it uses $__rate_interval, which only a dashboard fills in: write the window or value out'],
  ],
  [
    'another role than that of its file',
    alone(
      alert('A', {
        ...texts,
        when: gt(up.on(SHADOW)({ job: 'web' }), 1),
        tests: [fires, silent],
      }),
    ),
    ['rule/other-role: it asks SHADOW, and its file is for LOCAL: move the rule to a file of SHADOW'],
  ],
  [
    'a recorded family that lacks a label of its query, and has another',
    alone(record(errorRate, promql({ carries: ['route'], role: LOCAL })`sum by (route, code) (rate(${errors()}[1m]))`)),
    [
      'rule/recorded-labels: its query returns the label "code", with which route:errors:rate1m is not declared: declare it, or aggregate it away',
    ],
  ],
  [
    'a rule that writes what a producer exports',
    alone(record(errors, sum(rate(errors(), '1m'), { by: ['route', 'code', 'job', 'instance'] }))),
    [
      'rule/not-recorded: errors_total is not declared as recorded: a rule would write beside whoever exports it; declare a series of its own with recorded(…)',
    ],
  ],
  [
    'a metric that the catalog does not have',
    alone(alert('A', { ...texts, when: promql({ role: LOCAL })`nobody_total > 1`, tests: [fires, silent] })),
    [expect.stringMatching(/^promql\/unknown-metric: .*nobody_total/) as string],
  ],
])('%s', (_name, of, findings) => {
  expect(idsOf(of)).toEqual(findings);
});

test('series of a test say all their labels', () => {
  expect(series(errors({ code: '503' }), hold(1)).labels).toEqual({
    route: '/',
    code: '503',
    job: 'web',
    instance: 'localhost:8000',
  });
  expect(() => series(or(errors(), errors()), hold(1))).toThrow('series() takes a bare metric of the catalog');
});

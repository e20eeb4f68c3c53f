import { alert, alertsWith, courses, downTests, eq, hold, series, silentTests } from 'dashpack';
import { expect, test } from 'vitest';
import { LOCAL, up } from '../catalog/small-pack.js';

const target = up.on(LOCAL)({ job: 'web', instance: 'web:8080' });
const isUp = series(target, hold(1));
const common = { severity: 'warning', labels: { component: 'web' }, runbook: 'https://example.org/web' } as const;
const said = { when: eq(target, 0), for: '1m', summary: 'Down', description: 'Look.', tests: [] } as const;

test('tests in which nothing fires are called by what there is', () => {
  expect(silentTests('30m', { 'while it is up': [isUp], 'without anything': [] })).toMatchObject([
    { name: 'silent while it is up', series: [isUp], expectations: [{ from: 0, to: 1800, fires: false }] },
    { name: 'silent without anything', series: [], expectations: [{ from: 0, to: 1800, fires: false }] },
  ]);
});

test('a target that goes down is told from one that vanishes, and both are seen at the evaluation that is due', () => {
  const whileUp = silentTests('30m', { 'while it is up': [isUp] });
  const tests = downTests(target, { who: 'the web app', evaluated: '10s', firesUntil: '20m', whileUp });
  expect(tests.map(({ name }) => name)).toEqual([
    'fires a minute after the web app died, and keeps firing',
    'fires a minute after its target vanished from the configuration, and keeps firing',
    'fires where it never was a target',
    'silent while it is up',
    'silent from the first scrape on, where it starts half a minute after Prometheus',
    'silent through a restart of half a minute',
  ]);
  const [died, vanished] = tests;
  expect(died?.expectations).toMatchObject([
    { from: 0, to: 170, fires: false },
    { to: 180, fires: true, alerts: [{ labels: { job: 'web', instance: 'web:8080' } }] },
    { from: 180, to: 1200, fires: true },
  ]);
  expect(vanished?.expectations[1]?.alerts).toEqual([{ labels: { job: 'web' }, values: [] }]);
});

test('an alert takes what is alike, and says over it', () => {
  const declared = alertsWith(common);
  const plain = ({ position, ...rest }: ReturnType<typeof alert>) => {
    expect(position.file).toContain('shared-tests.test.ts');
    return rest;
  };
  expect(plain(declared('WebDown', said) as never)).toEqual(plain(alert('WebDown', { ...common, ...said }) as never));
  expect(declared('WebDown', { ...said, severity: 'page', labels: { scope: 'global' } }).labels).toEqual({
    severity: 'page',
    component: 'web',
    scope: 'global',
  });
});

test.each([
  ['steady', [{ kind: 'grow', perSecond: 2 }]],
  ['idle', [{ kind: 'hold', value: 2 }]],
  ['stopped', [{ kind: 'grow', perSecond: 2, seconds: 600 }, { kind: 'stay' }]],
  [
    'restarted',
    [
      { kind: 'grow', perSecond: 2, seconds: 600 },
      { kind: 'missing', seconds: 30 },
      { kind: 'grow', perSecond: 2, from: 0 },
    ],
  ],
  [
    'onlyOne',
    [
      { kind: 'missing', seconds: 600 },
      { kind: 'hold', value: 1 },
    ],
  ],
] as const)('a count that goes %s', (name, stretches) => {
  expect(courses[name](2)).toEqual(stretches);
});

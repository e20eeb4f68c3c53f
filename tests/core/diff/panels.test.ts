import { expect, test } from 'vitest';
import type { JsonObject } from '../../../src/core/model/json.js';
import { panel, printed, sideOf, web } from './sides.js';

const up = panel(1, 'Up', 'up');
const errors = panel(2, 'Errors', 'sum by (job) (rate(errors_total[5m]))');
const defaults = (more: JsonObject): JsonObject => ({ fieldConfig: { defaults: more } });

/** What a viewer is told of a change of the panel "Up". */
const told = (change: JsonObject, before: JsonObject = up): readonly string[] =>
  printed(sideOf(web([before, errors])), sideOf(web([{ ...before, ...change }, errors]))).slice(1);

const heading = '    panel "Up" (stat)';

test.each<[string, JsonObject, readonly string[]]>([
  ['a new title', { title: 'Alive' }, ['    panel "Alive" (stat)', '      title: "Up" → "Alive"']],
  ['another type', { type: 'gauge' }, ['    panel "Up" (gauge)', '      type: stat → gauge']],
  ['a unit', defaults({ unit: 's' }), [heading, '      unit: + s']],
  [
    'thresholds',
    defaults({
      thresholds: {
        mode: 'absolute',
        steps: [
          { color: 'green', value: null },
          { color: 'red', value: 3 },
        ],
      },
    }),
    [heading, '      thresholds: + green, red from 3'],
  ],
  [
    'a mapping',
    defaults({ mappings: [{ type: 'value', options: { 0: { text: 'DOWN', color: 'red' } } }] }),
    [heading, '      mapping of 0: + "DOWN" in red'],
  ],
  ['a link', { links: [{ title: 'Logs', url: '/d/logs' }] }, [heading, '      link "Logs": + /d/logs']],
  [
    'a column with a unit of its own',
    {
      fieldConfig: {
        overrides: [{ matcher: { id: 'byName', options: 'p95' }, properties: [{ id: 'unit', value: 'ms' }] }],
      },
    },
    [heading, '      unit of the field "p95": + ms'],
  ],
  ['an option', { options: { graphMode: 'none' } }, [heading, '      graphMode: + "none"']],
  [
    'another query',
    { targets: [{ refId: 'A', expr: 'sum by (instance) (up)', legendFormat: '{{instance}}' }] },
    [heading, '      query: up → sum by (instance) (up)', '      legend: + "{{instance}}"'],
  ],
  [
    'another server',
    { datasource: { type: 'prometheus', uid: 'shadow' } },
    [heading, '      datasource: main → shadow'],
  ],
  [
    'a query that is hidden',
    { targets: [{ refId: 'A', expr: 'up', hide: true }] },
    [heading, '      query hidden: no → yes'],
  ],
  [
    'a query that is written otherwise',
    { targets: [{ refId: 'B', expr: ' up{ }' }] },
    ['    also changed, which no viewer sees: refId of a panel, spaces in the query of a panel'],
  ],
  ['another id', { id: 77 }, ['    also changed, which no viewer sees: id of a panel']],
  [
    'empty values',
    { transparent: false },
    ['    also changed, which no viewer sees: the empty transparent of a panel'],
  ],
])('says of %s', (_name, change, lines) => {
  expect(told(change)).toEqual(lines);
});

test('says what follows from another query', () => {
  const before = panel(1, 'Errors', 'sum by (job) (rate(errors_total[5m]))');
  const targets = [{ refId: 'A', expr: 'sum by (job, code) (rate(faults_total[1m]))' }];
  expect(told({ targets }, before)).toEqual([
    '    panel "Errors" (stat)',
    '      query: sum by (job) (rate(errors_total[5m])) → sum by (job, code) (rate(faults_total[1m]))',
    '        series: + faults_total, − errors_total',
    '        labels: + code',
    '        windows: + 1m, − 5m',
  ]);
});

test('a panel that another one stands above moved; one that only has its id is another one', () => {
  const moved = { ...errors, gridPos: { x: 0, y: 12, w: 8, h: 4 } };
  const other = panel(1, 'Disk', 'node_filesystem_free_bytes', { type: 'timeseries' });
  expect(printed(sideOf(web([up, errors])), sideOf(web([other, moved])))).toEqual([
    'dashboard "Web" (web)',
    '  - panel "Up" (stat)',
    '      query: - up',
    '        asks main',
    '  + panel "Disk" (timeseries)',
    '      query: + node_filesystem_free_bytes',
    '        asks main',
    '    1 panel moved down by 8: "Errors"',
  ]);
});

test('panels that moved alike are one move, and what many have alike is said once', () => {
  const all = [1, 2, 3, 4, 5].map((id) => panel(id, `P${id}`, `m${id}`));
  const later = all.map((each, index) => ({
    ...each,
    ...defaults({ unit: 's' }),
    gridPos: { x: 0, y: index * 4 + 9, w: 8, h: 4 },
  }));
  expect(printed(sideOf(web(all)), sideOf(web(later)))).toEqual([
    'in 5 panels of 1 dashboard',
    '    unit: + s',
    '      "Web": "P1", "P2", "P3", "P4" and 1 more',
    'dashboard "Web" (web)',
    '    5 panels moved down by 9: "P1", "P2", "P3", "P4" and 1 more',
  ]);
});

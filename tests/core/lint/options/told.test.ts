import { expect, test } from 'vitest';
import { checks } from '../../../../src/core/lint/checks/index.js';
import type { Json } from '../../../../src/core/model/json.js';
import { changed } from '../checks/group-cases.js';
import { contextOf } from '../checks/contexts.js';
import { lintOne } from '../lint-one.js';

/** A check, what it is told, a change of the clean dashboard, and how much it finds there without and with being told. */
type Case = readonly [
  check: string,
  options: Readonly<Record<string, unknown>>,
  change: Readonly<Record<string, Json>>,
  without: number,
  told: number,
];

const ask = (expr: string) => ({ 'panels/2/targets/0/expr': expr });
const variable = (label: string) => ({
  'templating/list/0/query': `label_values(up, ${label})`,
  'templating/list/0/allValue': null,
});
const noLegends = {
  'panels/1/targets': [{ refId: 'A', expr: 'up', range: true, datasource: { type: 'prometheus', uid: 'prom' } }],
};

test.each<Case>([
  ['dashboard/refresh-too-fast', { least: '1m' }, {}, 0, 1],
  ['dashboard/schema-version', { least: 43 }, {}, 0, 1],
  ['dashboard/schema-version', { least: 20 }, { schemaVersion: 30 }, 1, 0],
  ['dashboard/size', { panels: 1 }, {}, 0, 1],
  ['dashboard/size', { characters: 1000 }, {}, 0, 1],
  ['panel/no-description', { characters: 20 }, {}, 0, 1],
  ['panel/no-description', { except: ['stat'] }, { 'panels/2/description': '' }, 1, 0],
  ['panel/no-title', { except: ['stat'] }, { 'panels/2/title': '' }, 1, 0],
  [
    'panel/no-unit',
    { except: ['timeseries'] },
    { 'panels/1/fieldConfig/defaults/unit': null, 'panels/1/title': 'In bytes' },
    1,
    0,
  ],
  ['panel/legend-missing', { queries: 1 }, noLegends, 0, 1],
  ['promql/range-too-short', { scrapeInterval: 60 }, ask('rate(a_total[1m])'), 0, 1],
  ['variable/all-without-all-value', { labels: ['shard'] }, variable('shard'), 0, 1],
  ['variable/refresh', { when: 'time range' }, { 'templating/list/0/refresh': 1 }, 0, 1],
])('%s, told %o', (id, options, change, without, told) => {
  const own = checks.filter((check) => check.id === id);
  expect(lintOne(changed(change), own)).toHaveLength(without);
  expect(lintOne(changed(change), own, contextOf({ options: { [id]: options } }))).toHaveLength(told);
});

test('of a label whose values the catalog lists, it counts them', () => {
  const own = checks.filter(({ id }) => id === 'variable/all-without-all-value');
  const catalog = [{ name: 'up', type: 'gauge', owners: [], labels: { shard: ['a', 'b', 'c'], pod: ['x'] } }] as const;
  const found = (label: string, values: number): number =>
    lintOne(
      changed(variable(label)),
      own,
      contextOf({ catalog, options: { 'variable/all-without-all-value': { values } } }),
    ).length;
  expect([found('shard', 3), found('shard', 2), found('pod', 1)]).toEqual([0, 1, 0]);
});

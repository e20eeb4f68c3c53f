import { describe, expect, test } from 'vitest';
import { byLabel, pluginPanel, query as queryOf, rate, sum } from 'dashpack';
import { emitPanel } from '../../../../src/core/panel/emit-panel.js';
import { emitTarget } from '../../../../src/core/panel/emit-target.js';
import type { PanelDefinition } from '../../../../src/core/panel/panel.js';
import { defaultsOf } from '../../../../src/core/panel/visualisation.js';
import { requests } from '../../catalog/small-pack.js';
import { context } from '../context.js';

const query = sum(rate(requests()), { by: ['route'] });
const datasource = { type: 'prometheus', uid: 'prom_local' };

describe('a panel of a plugin', () => {
  test('has the options that its author wrote, over those of its builder, and no others', () => {
    const flowchart = pluginPanel('agenty-flowcharting-panel', {
      options: { newFlow: true, zoom: 1 },
      custom: { a: 1 },
    });
    const panel = flowchart('Flow', { query, legend: '{{route}}', options: { zoom: 2 }, custom: { b: 2 } });
    expect(emitPanel(panel, context)).toMatchObject({
      type: 'agenty-flowcharting-panel',
      title: 'Flow',
      options: { newFlow: true, zoom: 2 },
      fieldConfig: { defaults: { custom: { a: 1, b: 2 } } },
    });
  });

  test('asks over the time range, if nothing else is said', () => {
    const target = ({ visualisation }: PanelDefinition) =>
      emitTarget(queryOf(query), 'A', 'x', datasource, defaultsOf(visualisation, false));
    expect(target(pluginPanel('a-panel')('A', { query }))).toMatchObject({ range: true, format: 'time_series' });
    const asked = pluginPanel('a-panel', { ask: 'instant', format: 'table' })('A', { query });
    expect(target(asked)).toMatchObject({ instant: true, range: false, format: 'table' });
  });

  test('has fields, unless Grafana knows that it asks nothing', () => {
    expect(emitPanel(pluginPanel('a-panel')('A', {}), context)['fieldConfig']).toBeDefined();
    expect(emitPanel(pluginPanel('news')('A', {}), context)['fieldConfig']).toBeUndefined();
  });

  test('has columns where it is one of Grafana’s own that has', () => {
    const overrides = [byLabel('route', { '/': { color: 'red' } })];
    expect(() => pluginPanel('datagrid')('A', { query, overrides })).toThrow('and a datagrid has columns');
  });
});

test.each([
  ['stat', '"stat" has a builder of its own'],
  ['', 'the id of a panel plugin is empty'],
])('%j is refused where the compiler does not know the id', (id, message) => {
  expect(() => pluginPanel<object>(id)).toThrow(message);
});

import { expect, test } from 'vitest';
import { customVariable, datasourceVariable, intervalVariable, queryVariable } from 'dashpack';
import { emitRoleVariable, emitVariable } from '../../../src/core/dashboard/emit-variables.js';
import { environment, latency, LOCAL, requests } from '../catalog/small-pack.js';

const prometheus = { type: 'prometheus', uid: 'prom_local' };

test('the hidden variable of a role matches the bound datasource alone', () => {
  expect(emitRoleVariable(LOCAL, environment)).toEqual({
    name: 'DS_LOCAL',
    label: 'Local',
    type: 'datasource',
    query: 'prometheus',
    regex: '/^prom_local$/',
    refresh: 1,
    hide: 2,
    skipUrlSync: true,
    multi: false,
    includeAll: false,
    current: { selected: true, text: 'prom_local', value: 'prom_local' },
    options: [],
  });
});

const shown = { hide: 0, skipUrlSync: false };
const all = { text: 'All', value: '$__all' };

test.each([
  [
    'a query variable',
    queryVariable('route', requests({ method: 'GET' }), 'route'),
    {
      ...shown,
      name: 'route',
      type: 'query',
      datasource: prometheus,
      definition: 'label_values(requests_total{method="GET"}, route)',
      query: {
        query: 'label_values(requests_total{method="GET"}, route)',
        refId: 'PrometheusVariableQueryEditor-VariableQuery',
      },
      refresh: 2,
      sort: 1,
      regex: '',
      multi: false,
      includeAll: false,
      current: {},
      options: [],
    },
  ],
  [
    'a query variable with everything',
    queryVariable('bound', latency.bucket(), 'le', {
      label: 'Bound',
      description: 'Which bucket.',
      hidden: true,
      multi: true,
      includeAll: true,
      allValue: '.*',
      refresh: 'load',
      sort: 'numeric',
      regex: '/[0-9]/',
    }),
    {
      name: 'bound',
      label: 'Bound',
      description: 'Which bucket.',
      hide: 2,
      skipUrlSync: false,
      type: 'query',
      datasource: prometheus,
      definition: 'label_values(latency_seconds_bucket, le)',
      query: {
        query: 'label_values(latency_seconds_bucket, le)',
        refId: 'PrometheusVariableQueryEditor-VariableQuery',
      },
      refresh: 1,
      sort: 3,
      regex: '/[0-9]/',
      multi: true,
      includeAll: true,
      allValue: '.*',
      current: { selected: true, text: ['All'], value: ['$__all'] },
      options: [],
    },
  ],
  [
    'a custom variable begins with its first value',
    customVariable('mode', ['shadow', 'live']),
    {
      ...shown,
      name: 'mode',
      type: 'custom',
      query: 'shadow,live',
      multi: false,
      includeAll: false,
      current: { selected: true, text: 'shadow', value: 'shadow' },
      options: [
        { selected: true, text: 'shadow', value: 'shadow' },
        { selected: false, text: 'live', value: 'live' },
      ],
    },
  ],
  [
    'a custom variable with All begins with it',
    customVariable('mode', ['shadow', 'live'], { multi: true, includeAll: true }),
    {
      ...shown,
      name: 'mode',
      type: 'custom',
      query: 'shadow,live',
      multi: true,
      includeAll: true,
      current: { selected: true, text: ['All'], value: ['$__all'] },
      options: [
        { selected: true, ...all },
        { selected: false, text: 'shadow', value: 'shadow' },
        { selected: false, text: 'live', value: 'live' },
      ],
    },
  ],
  [
    'a custom variable with All can begin with a value',
    customVariable('mode', ['shadow', 'live'], { includeAll: true, current: 'live' }),
    {
      ...shown,
      name: 'mode',
      type: 'custom',
      query: 'shadow,live',
      multi: false,
      includeAll: true,
      current: { selected: true, text: 'live', value: 'live' },
      options: [
        { selected: false, ...all },
        { selected: false, text: 'shadow', value: 'shadow' },
        { selected: true, text: 'live', value: 'live' },
      ],
    },
  ],
  [
    'an interval variable',
    intervalVariable('window', ['1m', '5m'], { current: '5m' }),
    {
      ...shown,
      name: 'window',
      type: 'interval',
      query: '1m,5m',
      auto: false,
      refresh: 2,
      current: { selected: true, text: '5m', value: '5m' },
      options: [
        { selected: false, text: '1m', value: '1m' },
        { selected: true, text: '5m', value: '5m' },
      ],
    },
  ],
  [
    'a datasource variable',
    datasourceVariable('source', { regex: '/prom_.*/', current: 'prom_local' }),
    {
      ...shown,
      name: 'source',
      type: 'datasource',
      query: 'prometheus',
      regex: '/prom_.*/',
      refresh: 1,
      multi: false,
      includeAll: false,
      current: { selected: true, text: 'prom_local', value: 'prom_local' },
      options: [],
    },
  ],
])('%s', (_, variable, json) => {
  expect(emitVariable(variable, prometheus)).toEqual(json);
});

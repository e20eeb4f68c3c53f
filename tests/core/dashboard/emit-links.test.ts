import { expect, test } from 'vitest';
import {
  customVariable,
  dashboardRef,
  dataLink,
  datasourceVariable,
  externalLink,
  linkOut,
  linkTo,
  queryVariable,
  seriesLabel,
} from 'dashpack';
import { emitDashboardLink, emitDataLink } from '../../../src/core/dashboard/emit-links.js';
import { requests } from '../catalog/small-pack.js';

const details = dashboardRef({ uid: 'details', title: 'Details', folder: 'x' });
const mode = customVariable('mode', ['shadow', 'live']);
const route = queryVariable('route', requests(), 'route');
const source = datasourceVariable('source', { current: 'x' });

const inside = {
  type: 'link',
  icon: 'dashboard',
  tooltip: '',
  tags: [],
  asDropdown: false,
  keepTime: true,
  includeVars: true,
};

test.each([
  ['to a dashboard', linkTo(details), { ...inside, title: 'Details', url: '/d/details', targetBlank: false }],
  [
    'with a title, in a new tab',
    linkTo(details, { title: 'More', newTab: true }),
    { ...inside, title: 'More', url: '/d/details', targetBlank: true },
  ],
  [
    'to elsewhere',
    linkOut('Runbook', 'https://x/y'),
    {
      ...inside,
      icon: 'external link',
      title: 'Runbook',
      url: 'https://x/y',
      targetBlank: true,
      keepTime: false,
      includeVars: false,
    },
  ],
])('a link at the top %s', (_, link, json) => {
  expect(emitDashboardLink(link)).toEqual(json);
});

test.each([
  ['keeps the time range', dataLink(details), [], '${__url_time_range}'],
  [
    'hands over the variables but for datasources',
    dataLink(details),
    [mode, route, source],
    '${__url_time_range}&${mode:queryparam}&${route:queryparam}',
  ],
  ['sets a value', dataLink(details, { set: { mode: 'a&b c' } }), [], '${__url_time_range}&var-mode=a%26b%20c'],
  [
    'sets the label of the series, in place of the variable',
    dataLink(details, { set: { route: seriesLabel('route') } }),
    [mode, route],
    '${__url_time_range}&var-route=${__field.labels.route:percentencode}&${mode:queryparam}',
  ],
  [
    'sets another variable',
    dataLink(details, { set: { path: route } }),
    [],
    '${__url_time_range}&var-path=${route:percentencode}',
  ],
])('a data link %s', (_, link, variables, parameters) => {
  expect(emitDataLink(link, variables)).toEqual({
    title: 'Details',
    url: `/d/details?${parameters}`,
    targetBlank: false,
  });
});

test('a data link to elsewhere is the address as it is written', () => {
  expect(emitDataLink(externalLink('Logs', 'https://x/${__value.raw}'), [mode])).toEqual({
    title: 'Logs',
    url: 'https://x/${__value.raw}',
    targetBlank: true,
  });
});

import { expect, test } from 'vitest';
import * as refs from '../../src/dashboards/peak-trade/refs.js';
import { builtPack } from './built-pack.js';
import { clicksFrom, leadsTo, linkFaults, readStop, type Link, type Stop } from './navigate.js';

const { dashboards } = await builtPack();
const stops = dashboards.map(({ text }) => readStop(text));
const byUid = new Map(stops.map((stop) => [stop.uid, stop]));
const home = refs.operatorHome.uid;

test('every link leads to a dashboard of the pack and keeps the time range and the variables', () => {
  const faults = stops.flatMap((stop) =>
    stop.links.flatMap((link) =>
      linkFaults(link, stop, byUid.get(leadsTo(link))).map((fault) => `${stop.uid}: "${link.title}" ${fault}`),
    ),
  );
  expect(faults).toEqual([]);
});

test('no address of a dashboard stands anywhere but in a link', () => {
  for (const { uid, text } of dashboards) {
    expect({ uid, addresses: text.split('/d/').length - 1 }).toEqual({ uid, addresses: byUid.get(uid)?.links.length });
  }
});

test('from Operator Home, every dashboard is at most three clicks away', () => {
  const clicks = clicksFrom(home, stops);
  expect([...clicks.keys()].toSorted()).toEqual(
    Object.values(refs)
      .map(({ uid }) => uid)
      .toSorted(),
  );
  expect([...clicks].filter(([, count]) => count > 3)).toEqual([]);
});

test('from every dashboard, Operator Home is one click away', () => {
  const without = stops.filter(({ uid, links }) => uid !== home && !links.some((link) => leadsTo(link) === home));
  expect(without.map(({ uid }) => uid)).toEqual([]);
});

const here: Stop = { uid: 'here', variables: ['route', 'mode'], links: [] };
const there: Stop = { uid: 'there', variables: ['route', 'metric'], links: [] };
const top: Link = { title: 'There', url: '/d/there', top: { keepTime: true, includeVars: true } };
const data: Link = { title: 'There', url: '/d/there?${__url_time_range}&${route:queryparam}', top: undefined };

test.each<readonly [string, Link, readonly string[]]>([
  ['at the top', top, []],
  ['from data', data, []],
  ['that sets a variable', { ...data, url: `${data.url}&var-metric=\${__field.labels.job:percentencode}` }, []],
  ['at the top without time', { ...top, top: { keepTime: false, includeVars: true } }, ['loses the time range']],
  [
    'at the top without variables',
    { ...top, top: { keepTime: true, includeVars: false } },
    ['loses the variable route'],
  ],
  ['from data without time', { ...data, url: '/d/there?${route:queryparam}' }, ['loses the time range']],
  ['from data without variables', { ...data, url: '/d/there?${__url_time_range}' }, ['loses the variable route']],
  [
    'that sets what is not there',
    { ...data, url: `${data.url}&var-gone=1` },
    ['sets the variable gone, which is not there'],
  ],
  [
    'with what Grafana does not know',
    { ...top, url: '/d/there?var-metric=${__series.labels.job}' },
    [expect.stringContaining('leaves something in /d/there?var-metric=${__series.labels.job}&from=now-7d')],
  ],
])('a link %s', (_, link, faults) => {
  expect(linkFaults(link, here, there)).toEqual(faults);
});

test('a link to nowhere, and a dashboard without a way to it, are noticed', () => {
  expect(linkFaults(top, here, undefined)).toEqual(['leads nowhere']);
  expect([...clicksFrom('here', [{ ...here, links: [top] }, there, { ...here, uid: 'island' }])]).toEqual([
    ['here', 0],
    ['there', 1],
  ]);
});

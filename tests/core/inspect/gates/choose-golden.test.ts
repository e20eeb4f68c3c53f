import { dashboard, dashboardRef, pack, rate, row, stat, sum, universal } from 'dashpack';
import { expect, test } from 'vitest';
import { packLookup } from '../../../../src/core/pack/pack-lookup.js';
import * as refs from '../../../../src/dashboards/peak-trade/refs.js';
import { peakTrade } from '../../../../src/packs/peak-trade.js';
import { chooseGolden } from '../../../../src/core/inspect/gates/live/choose-golden.js';
import type { Pack } from '../../../../src/core/pack/pack.js';
import * as catalog from '../../catalog/small-pack.js';
import { verified } from './verified.js';

const allUids = (each: Pack): ReadonlySet<string> => new Set(each.datasources.map(({ uid }) => uid));

async function goldenOf(
  each: Pack,
  answering = allUids(each),
): Promise<readonly (readonly [uid: string, panel: string | undefined])[]> {
  const lookup = packLookup(each);
  const { dashboards } = await verified({}, each);
  return dashboards.map(({ facts, document }) => [
    facts.ref.uid,
    chooseGolden(document, each, lookup, answering)?.panel.title,
  ]);
}

test('every dashboard of Peak_Trade has a query that must return something', async () => {
  const golden = await goldenOf(peakTrade, new Set(['prom_local_9092', 'prom_ai_live_9094']));
  expect(golden).toHaveLength(Object.keys(refs).length);
  expect(golden.filter(([, title]) => title === undefined)).toEqual([]);
  expect(golden.map(([, title]) => title)).not.toContainEqual(expect.stringMatching(/optional|waiting/i));
});

test('a query of data is taken before one that only says whether a target is up; none on a server that is silent', async () => {
  const up = universal('up', 'gauge', { help: '1 while the scrape succeeds.', unit: 'bool' });
  const small = pack({
    name: 'team',
    title: 'Team',
    roles: [catalog.LOCAL, catalog.SHADOW],
    datasources: [catalog.local, catalog.shadow],
    bindings: catalog.environment.bindings,
    producers: [catalog.web],
    metrics: [catalog],
    dashboards: [
      () =>
        dashboard(dashboardRef({ uid: 'web', title: 'Web', folder: 'http' }), {
          rows: {
            now: row('Now', {
              up: stat('Up', { query: up.on(catalog.LOCAL)() }),
              requests: stat('Requests', { query: sum(rate(catalog.requests(), '5m')) }),
            }),
          },
        }),
    ],
  });
  expect(await goldenOf(small)).toEqual([['web', 'Requests']]);
  expect(await goldenOf(small, new Set(['prom_shadow']))).toEqual([['web', undefined]]);
});

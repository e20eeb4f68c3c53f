import { expect, test } from 'vitest';
import { touchedServers } from '../../../../src/core/inspect/blind/touched-servers.js';
import { peakTrade } from '../../../../src/packs/peak-trade.js';
import scenarios from '../../../../src/scenarios/peak-trade/index.js';

/** A scenario of Peak_Trade. */
function named(name: string) {
  const scenario = scenarios.find((each) => each.name === name);
  if (scenario === undefined) throw new Error(`there is no scenario ${name}`);
  return scenario;
}

test.each([
  ['healthy', []],
  ['ai-live-down', ['prom_ai_live_9094']],
  ['reject-storm', ['prom_ai_live_9094']],
  ['shadow-mvs-down', ['prom_local_9092']],
])('the servers that scrape something which goes otherwise: %s', (name, uids) => {
  const servers = touchedServers(peakTrade, named(name), named('healthy'));
  expect(servers.map(({ datasource }) => datasource.uid)).toEqual(uids);
});

import { expect, test } from 'vitest';
import type { Pack } from '../../src/core/pack/pack.js';
import { serversOf } from '../../src/core/pack/servers.js';
import { aiTradingCore } from '../../src/packs/ai-trading-core.js';
import { claire } from '../../src/packs/claire.js';
import { peakTrade } from '../../src/packs/peak-trade.js';

/** The names of the alerts of a pack. */
function alertsOf(pack: Pack): readonly string[] {
  const rules = serversOf(pack).flatMap(({ ruleFiles }) =>
    ruleFiles.flatMap(({ groups }) => groups.flatMap((group) => group.rules)),
  );
  return rules.flatMap((rule) => (rule.kind === 'alert' ? [rule.name] : []));
}

// That each fires in these and in no other is what `dashpack prove` shows, on the histories of all of them.
test.each([peakTrade, aiTradingCore, claire].map((pack) => [pack.name, pack] as const))(
  '%s: every alert has a scenario that is made for it',
  async (_, pack) => {
    const fired = (await pack.scenarios()).flatMap(({ fires }) => fires);
    expect(new Set(fired)).toEqual(new Set(alertsOf(pack)));
  },
);

import type { Scenario } from '../../core/model/scenario.js';
import type { Pack } from '../../core/pack/pack.js';
import { loadPacks } from '../config/load-packs.js';
import type { Host } from '../host.js';
import { watchInterruption } from '../interruption.js';
import { nothing, type Outcome } from '../outcome.js';
import { choosePack, chooseScenario } from '../simulate/choose.js';
import type { SimulateOptions } from '../simulate/options.js';

/**
 * `dashpack simulate`: runs the producers of a pack with synthetic data, writes the history that they would have, or says
 * which scenarios there are.
 *
 * @throws Failure where no pack, scenario, server or time is meant, or a port is taken
 */
export async function simulate(options: SimulateOptions, host: Host): Promise<Outcome> {
  const interruption = watchInterruption(host.events);
  try {
    const { packs } = await loadPacks(options, host, interruption);
    if (options.list === true) return await list(packs);
    const pack = choosePack(packs);
    const scenario = chooseScenario(options.scenario, pack, await pack.scenarios());
    if (options.backfill !== undefined) {
      const { backfill } = await import('../simulate/backfill.js');
      return backfill(options.backfill, pack, scenario, options, host);
    }
    const { run } = await import('../simulate/run.js');
    interruption.hearSignals();
    return await run(pack, scenario, options, host, interruption);
  } finally {
    interruption.stop();
  }
}

async function list(packs: readonly Pack[]): Promise<Outcome> {
  const all = await Promise.all(
    packs.map(async ({ name, scenarios }) => ({ pack: name, scenarios: await scenarios() })),
  );
  return {
    ...nothing,
    report: all.map(({ pack, scenarios }) => `${pack}\n${scenarios.map(describe).join('')}`).join(''),
    data: {
      packs: all.map(({ pack, scenarios }) => ({
        pack,
        scenarios: scenarios.map(({ name, summary, fires, shownAt }) => ({ name, summary, fires, shownAt })),
      })),
    },
  };
}

function describe({ name, summary, fires }: Scenario): string {
  return `  ${name}: ${summary}${fires.length === 0 ? '' : ` Fires ${fires.join(', ')}.`}\n`;
}

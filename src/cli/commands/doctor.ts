import type { Pack } from '../../core/pack/pack.js';
import { diagnose } from '../../core/inspect/doctor/diagnose.js';
import type { GateResult } from '../../core/inspect/gates/gate-result.js';
import { loadPacks } from '../config/load-packs.js';
import { thisMachine } from '../doctor/machine.js';
import type { DoctorOptions } from '../doctor/options.js';
import { assertReads, findProducers } from '../doctor/producers.js';
import type { Host } from '../host.js';
import { watchInterruption } from '../interruption.js';
import { clock } from '../live/connect.js';
import { parseDuration } from '../parse-duration.js';
import type { Outcome } from '../outcome.js';
import { seconds } from '../print-list.js';
import { dataOf, outcomeOf, tally } from '../verify/outcome-of.js';
import { findPackServers } from '../verify/servers.js';

/**
 * `dashpack doctor`: where the chain from producers to panels is broken, its first broken link first.
 *
 * @throws Failure for wrong options
 */
export async function doctor(options: DoctorOptions, host: Host): Promise<Outcome> {
  const began = clock.now();
  const watch = parseDuration(options.watch, '--watch', '3s', true);
  const interruption = watchInterruption(host.events);
  try {
    const { packs } = await loadPacks(options, host, interruption);
    assertReads(options, packs);
    const servers = findPackServers(options, packs, host);
    const results: GateResult[] = [];
    for (const pack of packs) {
      const settings = {
        pack,
        producers: findProducers(options, pack, host),
        servers: servers.prometheus.filter((each) => each.pack === pack.name),
        grafana: servers.grafana,
        machine: thisMachine,
        clock,
        watch: watch * 1000,
      };
      results.push(...(await interruption.wait(diagnose(settings))));
    }
    const outcome = outcomeOf(results, 'doctor', options.quiet === true);
    const milliseconds = Math.round(clock.now() - began);
    return {
      ...outcome,
      summary: `${firstCause(results)}${tally(results)} (${seconds(milliseconds)})\n${shared(packs)}`,
      data: { checks: results.map(dataOf), milliseconds },
    };
  } finally {
    interruption.stop();
  }
}

function firstCause(results: readonly GateResult[]): string {
  const first = results.find(({ verdict }) => verdict === 'fail');
  if (first === undefined) return '';
  return `The first red line is usually the cause: ${first.check} ${first.subject}: ${first.message}\n`;
}

/** Of several packs, two may want one port: what is right for one is the wrong process for the other. */
function shared(packs: readonly Pack[]): string {
  const claims = packs.flatMap(({ name, producers }) => producers.map(({ port }) => ({ name, port })));
  const twice = [...new Set(claims.map(({ port }) => port))].filter(
    (port) => new Set(claims.filter((each) => each.port === port).map(({ name }) => name)).size > 1,
  );
  if (twice.length === 0) return '';
  return `Several packs have producers on ${twice.join(', ')}: look at one of them with --pack.\n`;
}

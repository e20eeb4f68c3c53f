import { setImmediate as turn } from 'node:timers/promises';
import { buildPack } from '../core/pack/build-pack.js';
import type { Pack } from '../core/pack/pack.js';
import type { DashboardFacts } from '../core/dashboard/facts.js';
import type { Artifact } from '../core/model/artifact.js';
import type { Finding } from '../core/model/finding.js';
import { FaultsError } from './fault.js';
import type { Interruption } from './interruption.js';
import type { Places } from './places.js';

/** Takes what a build yields, one step at a time. */
export interface BuildSink {
  stage?(pack: Pack, artifact: Artifact): Promise<void>;
  dashboard?(pack: Pack, facts: DashboardFacts, artifact: Artifact | undefined): void;
}

/** How long signals may wait, in milliseconds: they are heard between two turns of the event loop only. */
const turnMs = 50;

/**
 * Builds packs and hands over what comes, with places in the sources. After the first error nothing is staged any
 * more; the rest is still built, for its findings.
 *
 * @returns all findings
 * @throws FaultsError for what the code of the configuration throws
 */
export async function buildPacks(
  packs: readonly Pack[],
  places: Places,
  interruption: Interruption,
  sink: BuildSink,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  let last = performance.now();
  for (const pack of packs) {
    const events = buildPack(pack);
    for (;;) {
      const { done, value: event } = await interruption.wait(events.next().catch((error: unknown) => fail(error, places)));
      if (done === true) break;
      findings.push(...event.findings.map(places.finding));
      if (event.dashboard !== undefined) sink.dashboard?.(pack, event.dashboard, event.artifact);
      if (event.artifact !== undefined && !findings.some(({ severity }) => severity === 'error')) {
        await sink.stage?.(pack, event.artifact);
      }
      if (performance.now() - last > turnMs) {
        await interruption.wait(turn());
        last = performance.now();
      }
    }
  }
  return findings;
}

function fail(error: unknown, places: Places): never {
  const fault = places.fault(error);
  throw fault === undefined ? error : new FaultsError([fault], error);
}

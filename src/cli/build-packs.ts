import { setImmediate as turn } from 'node:timers/promises';
import { buildPack, type PackEvent } from '../core/pack/build-pack.js';
import type { Pack } from '../core/pack/pack.js';
import type { DashboardFacts } from '../core/dashboard/facts.js';
import type { Artifact } from '../core/model/artifact.js';
import type { Finding } from '../core/model/finding.js';
import { FaultsError } from './fault.js';
import type { Interruption } from './interruption.js';
import type { Places } from './config/places.js';

/** Takes what a build yields, one step at a time. */
export interface BuildSink {
  stage?(pack: Pack, artifact: Artifact): Promise<void>;
  dashboard?(pack: Pack, facts: DashboardFacts, artifact: Artifact | undefined): void | Promise<void>;
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
  let isSound = true;
  let last = performance.now();
  for (const pack of packs) {
    const events = buildPack(pack);
    for (;;) {
      const step = await interruption.wait(next(events, places));
      if (step.done === true) break;
      const { artifact, dashboard, findings: found } = step.value;
      findings.push(...found.map((finding) => places.finding(finding)));
      if (dashboard !== undefined) await sink.dashboard?.(pack, dashboard, artifact);
      isSound &&= !found.some(({ severity }) => severity === 'error');
      if (artifact !== undefined && isSound) await sink.stage?.(pack, artifact);
      if (performance.now() - last > turnMs) {
        await interruption.wait(turn());
        last = performance.now();
      }
    }
  }
  return findings;
}

async function next(events: AsyncGenerator<PackEvent>, places: Places): Promise<IteratorResult<PackEvent>> {
  try {
    return await events.next();
  } catch (error) {
    const fault = places.fault(error);
    throw fault === undefined ? error : new FaultsError([fault], error);
  }
}

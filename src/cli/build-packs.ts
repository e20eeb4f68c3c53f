import { setImmediate as turn } from 'node:timers/promises';
import { buildAll, type BuildStep } from '../core/built/build-all.js';
import type { BuiltDashboard } from '../core/built/built-dashboard.js';
import type { BuiltRuleFile } from '../core/built/built-rule-file.js';
import type { Artifact } from '../core/model/artifact.js';
import type { Finding } from '../core/model/finding.js';
import type { Pack } from '../core/pack/pack.js';
import type { Places } from './config/places.js';
import { FaultsError } from './fault.js';
import type { Interruption } from './interruption.js';

/** Takes what a build yields, one step at a time. */
export interface BuildSink {
  stage?(pack: Pack, artifact: Artifact): Promise<void>;
  dashboard?(built: BuiltDashboard): void | Promise<void>;
  rules?(built: BuiltRuleFile): void;
}

/** How long signals may wait, in milliseconds: they are heard between two turns of the event loop only. */
const turnMs = 50;

/**
 * Builds packs and hands over what comes, with places in the sources. After the first error nothing is staged any
 * more; the rest is still built, for its findings.
 *
 * @param all the packs of the configuration: those that are not built must not collide with those that are
 * @returns all findings
 * @throws FaultsError for what the code of the configuration throws
 */
export async function buildPacks(
  packs: readonly Pack[],
  all: readonly Pack[],
  places: Places,
  interruption: Interruption,
  sink: BuildSink,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  let isSound = true;
  let last = performance.now();
  const steps = buildAll(packs, all);
  for (;;) {
    const step = await interruption.wait(next(steps, places));
    if (step.done === true) return findings;
    const { findings: found, made, document } = step.value;
    findings.push(...found.map((finding) => places.finding(finding)));
    if (document?.kind === 'dashboard') await sink.dashboard?.(document);
    if (document?.kind === 'rule file') sink.rules?.(document);
    isSound &&= !found.some(({ severity }) => severity === 'error');
    if (made !== undefined && isSound) await sink.stage?.(made.pack, made.artifact);
    if (performance.now() - last > turnMs) {
      await interruption.wait(turn());
      last = performance.now();
    }
  }
}

async function next(steps: AsyncGenerator<BuildStep>, places: Places): Promise<IteratorResult<BuildStep>> {
  try {
    return await steps.next();
  } catch (error) {
    const fault = places.fault(error);
    throw fault === undefined ? error : new FaultsError([fault], error);
  }
}

import { setImmediate as turn } from 'node:timers/promises';
import { buildPack, definitionOf } from '../core/pack/build/build-pack.js';
import { checkPacks } from '../core/pack/check-packs.js';
import type { PackEvent } from '../core/pack/pack-event.js';
import type { Pack } from '../core/pack/pack.js';
import type { DashboardFacts } from '../core/dashboard/facts.js';
import type { Artifact } from '../core/model/artifact.js';
import type { Finding } from '../core/model/finding.js';
import type { RuleFacts } from '../core/rule/facts.js';
import { FaultsError } from './fault.js';
import type { Interruption } from './interruption.js';
import type { Places } from './config/places.js';

/** What the text of a dashboard's or a rule file says; undefined where there is none. */
export type BuiltJson = PackEvent['json'];

/** Takes what a build yields, one step at a time. */
export interface BuildSink {
  stage?(pack: Pack, artifact: Artifact): Promise<void>;
  dashboard?(pack: Pack, facts: DashboardFacts, artifact: Artifact | undefined, json: BuiltJson): void | Promise<void>;
  rules?(pack: Pack, facts: readonly RuleFacts[], artifact: Artifact | undefined, json: BuiltJson): void;
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
  const together = checkPacks(all);
  const findings = together.findings.map((finding) => places.finding(finding));
  let isSound = findings.length === 0;
  let last = performance.now();
  for (const pack of packs) {
    const events = buildPack(pack);
    for (;;) {
      const step = await interruption.wait(next(events, places));
      if (step.done === true) break;
      const { artifact, dashboard, rules, json } = step.value;
      const collisions = dashboard === undefined ? [] : together.dashboard(pack, dashboard.ref, dashboard.position);
      const found = [...step.value.findings, ...collisions];
      findings.push(...found.map((finding) => places.finding(finding)));
      if (dashboard !== undefined) await sink.dashboard?.(pack, dashboard, artifact, json);
      if (rules !== undefined) sink.rules?.(pack, rules, artifact, json);
      isSound &&= !found.some(({ severity }) => severity === 'error');
      if (artifact !== undefined && isSound) await sink.stage?.(pack, artifact);
      if (performance.now() - last > turnMs) {
        await interruption.wait(turn());
        last = performance.now();
      }
    }
  }
  for (const pack of all.filter((each) => !packs.includes(each))) {
    for (const thunk of pack.dashboards()) {
      const { ref, position } = await interruption.wait(definitionOf(thunk, pack));
      findings.push(...together.dashboard(pack, ref, position).map((finding) => places.finding(finding)));
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

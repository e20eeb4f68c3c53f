import { Failure } from '../model/failure.js';
import type { MetricFamily } from '../model/metric.js';
import type { Scenario } from '../model/scenario.js';

/**
 * Refuses effects that would do nothing.
 *
 * @throws Failure where one is about a family that nobody exports, or values are given to a label whose set is finite
 */
export function assertEffects({ name, effects }: Scenario, families: readonly MetricFamily[]): void {
  const known = new Map(families.map((family) => [family.name, family]));
  for (const effect of effects) {
    if (!('about' in effect) || !('family' in effect.about)) continue;
    const family = known.get(effect.about.family);
    if (family === undefined) {
      throw new Failure(
        `the scenario "${name}" is about ${effect.about.family}, which no producer of the pack exports`,
        { next: 'leave the effect out, or declare the producer of the family' },
      );
    }
    const fixed = Object.keys(effect.kind === 'labels' ? effect.values : {}).find(
      (label) => family.labels[label]?.kind === 'finite',
    );
    if (fixed !== undefined) {
      throw new Failure(
        `the scenario "${name}" gives other values to "${fixed}" of ${family.name}, which the catalog has`,
        {
          next: `leave "${fixed}" out of labelled()`,
        },
      );
    }
  }
}

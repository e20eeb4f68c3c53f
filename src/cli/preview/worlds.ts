import { createHash } from 'node:crypto';
import type { Scenario } from '../../core/model/scenario.js';
import { serversOf } from '../../core/pack/servers.js';
import type { Scenes } from '../prove/prove-pack.js';
import type { BuiltPack } from '../prove/subjects.js';
import { healthyTimes, scenarioTimes } from '../prove/times.js';
import type { Workshop } from '../prove/workshop.js';
import { createWorld, type World } from '../prove/world.js';

/** A state of a system that was made, and what it was made of. */
interface Made {
  readonly hash: string;
  readonly world: Promise<World>;
}

/** Servers with the simulated histories of scenarios: made when first asked for, and kept until what they are made of changes. */
export class Worlds {
  readonly #workshop: Workshop;
  readonly #made = new Map<string, Made>();

  constructor(workshop: Workshop) {
    this.#workshop = workshop;
  }

  /** The servers of a pack in a scenario. */
  async world(built: BuiltPack, scenario: Scenario): Promise<World> {
    const key = `${built.pack.name}\0${scenario.name}`;
    const hash = hashOf(built, scenario);
    const before = this.#made.get(key);
    if (before?.hash === hash) return before.world;
    void before?.world.then((world) => world.stop());
    const { pack, ruleTexts } = built;
    const times = scenario.name === 'healthy' ? healthyTimes : scenarioTimes(scenario);
    const world = createWorld({ pack, servers: serversOf(pack), scenario, ruleTexts, ...times }, this.#workshop);
    this.#made.set(key, { hash, world });
    world.catch(() => this.#made.delete(key));
    return world;
  }
}

/** Every scenario of a pack, `healthy` first. */
export function scenariosOf({ healthy, others }: Scenes): readonly Scenario[] {
  return [healthy, ...others];
}

/** A hash of all that a history is made of: families, producers, scenario, rules. */
function hashOf({ pack, ruleTexts }: BuiltPack, scenario: Scenario): string {
  const seen = new Set<unknown>();
  const text = JSON.stringify(
    [pack.metrics, pack.producers, pack.bindings, scenario, [...ruleTexts]],
    (key, value: unknown) => {
      if (key === 'position') return undefined;
      if (typeof value === 'function') return String(value);
      if (typeof value !== 'object' || value === null) return value;
      if (seen.has(value)) return '…';
      seen.add(value);
      return value;
    },
  );
  return createHash('sha256').update(text).digest('hex');
}

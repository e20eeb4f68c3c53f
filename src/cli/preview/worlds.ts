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

/** So many states of systems are kept at a time, each with its servers: those that were looked at last. */
const mostKept = 4;

/** Servers with the simulated histories of scenarios: made when first asked for, and kept until what they are made of changes. */
export class Worlds {
  readonly #workshop: Workshop;
  /** Those that were looked at last are the last. */
  readonly #made = new Map<string, Made>();

  constructor(workshop: Workshop) {
    this.#workshop = workshop;
  }

  /** The servers of a pack in a scenario. */
  world(built: BuiltPack, scenario: Scenario): Promise<World> {
    const key = `${built.pack.name}\0${scenario.name}`;
    const hash = hashOf(built, scenario);
    const before = this.#made.get(key);
    const made = before?.hash === hash ? before : { hash, world: this.#make(built, scenario) };
    if (made !== before) this.#drop(key);
    this.#made.delete(key);
    this.#made.set(key, made);
    for (const oldest of [...this.#made.keys()].slice(0, -mostKept)) this.#drop(oldest);
    made.world.catch(() => {
      if (this.#made.get(key) === made) this.#made.delete(key); // the next one to ask tries again
    });
    return made.world;
  }

  #make({ pack, ruleTexts }: BuiltPack, scenario: Scenario): Promise<World> {
    const times = scenario.name === 'healthy' ? healthyTimes : scenarioTimes(scenario);
    const spec = { pack, servers: serversOf(pack), scenario, ruleTexts, isLogged: false, ...times };
    return createWorld(spec, this.#workshop);
  }

  #drop(key: string): void {
    const made = this.#made.get(key);
    this.#made.delete(key);
    made?.world.then((world) => world.stop()).catch(() => undefined); // one that could not be made has nothing to stop
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

import type { Effect, Scenario } from '../../model/scenario.js';
import type { Pack } from '../../pack/pack.js';

/** The jobs that are down at the end of a scenario. */
export function downIn({ effects }: Scenario): ReadonlySet<string> {
  return new Set(effects.flatMap((effect) => (effect.kind === 'down' && lasts(effect) ? [effect.job] : [])));
}

/** The jobs that are up at the end of a scenario and do not export all that they could. */
export function blindIn({ effects }: Scenario): readonly string[] {
  return effects.flatMap((effect) =>
    effect.kind === 'absent' && lasts(effect) && 'job' in effect.about ? [effect.about.job] : [],
  );
}

/**
 * The names of families that nobody exports at the end of a scenario: all their producers are down, or blind for them.
 *
 * @param alive blind producers that are alive by their own contract: what they do not count has not happened
 */
export function deadFamilies(
  pack: Pick<Pack, 'metrics'>,
  scenario: Scenario,
  alive: ReadonlySet<string>,
): ReadonlySet<string> {
  const { effects } = scenario;
  const jobs = downIn(scenario);
  const blind = effects.flatMap((effect) =>
    effect.kind === 'absent' && lasts(effect) && 'job' in effect.about && !alive.has(effect.about.job)
      ? [effect.about]
      : [],
  );
  const families = pack.metrics.flatMap(({ family: { name, producers = [] } }) => {
    const isSilent = ({ job }: { readonly job: string }): boolean =>
      jobs.has(job) || blind.some((about) => about.job === job && !about.but.includes(name));
    return producers.length > 0 && producers.every(isSilent) ? [name] : [];
  });
  return new Set(families);
}

function lasts(effect: Effect): boolean {
  return 'to' in effect && effect.to === Infinity;
}

/** A scenario in which a producer dies after a minute and all else goes as in another one. */
export function downScenario(usual: Scenario, job: string): Scenario {
  return {
    kind: 'scenario',
    name: `${job}-down`,
    summary: `${job} dies after a minute.`,
    effects: [...usual.effects, { kind: 'down', job, from: 60, to: Infinity }],
    shownAt: 900,
    fires: [],
  };
}

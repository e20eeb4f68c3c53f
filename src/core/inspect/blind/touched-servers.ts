import type { Effect, Scenario } from '../../model/scenario.js';
import type { Pack } from '../../pack/pack.js';
import { serversOf, type Server } from '../../pack/servers.js';

/**
 * The servers that scrape something which goes otherwise in a scenario than while all is well. On all others, everything
 * looks the same.
 */
export function touchedServers(pack: Pack, scenario: Scenario, healthy: Scenario): readonly Server[] {
  const effects = [
    ...scenario.effects.filter((effect) => !healthy.effects.includes(effect)),
    ...healthy.effects.filter((effect) => !scenario.effects.includes(effect)),
  ];
  const jobs = new Set(effects.flatMap((effect) => jobsOf(effect, pack)));
  return serversOf(pack).filter(({ producers }) => producers.some(({ job }) => jobs.has(job)));
}

function jobsOf(effect: Effect, { metrics }: Pack): readonly string[] {
  if ('job' in effect) return [effect.job];
  const { about } = effect;
  if ('job' in about) return [about.job];
  const families = metrics.filter(({ family }) => family.name === about.family);
  return families.flatMap(({ family }) => (family.producers ?? []).map(({ job }) => job));
}

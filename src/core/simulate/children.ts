import type { MetricFamily } from '../model/metric.js';
import type { Effect, LabelsEffect, PresenceEffect, Scenario } from '../model/scenario.js';
import { holds, isAbout } from './about.js';
import type { Child, ChildFacts } from './child.js';
import { counterOf, histogramOf } from './counted.js';
import { labelSets } from './label-sets.js';
import { livesOf } from './lives.js';
import { gaugeOf } from './shown.js';

/** The circumstances that everything simulated depends on, besides the families. */
export interface Circumstances {
  readonly scenario: Scenario;
  /** Another seed gives other numbers. */
  readonly seed: number;
  /** When the scenario starts: a Unix time in seconds. */
  readonly start: number;
  /** When the producers were started, in seconds from the start of the scenario: not after it. */
  readonly since: number;
}

/** The children of a family at one of its producers, born and yet to be born. */
export function childrenOf(family: MetricFamily, job: string, circumstances: Circumstances): readonly Child[] {
  const { effects } = circumstances.scenario;
  const given = effects.filter(
    (effect): effect is LabelsEffect =>
      effect.kind === 'labels' && 'family' in effect.about && effect.about.family === family.name,
  );
  const usual = labelSets(family, Object.fromEntries(given.flatMap(({ values }) => Object.entries(values))));
  const sets = new Map(
    usual.map((labels): [string, ChildFacts] => [print(labels), { family, job, labels, bornAt: -Infinity }]),
  );
  for (const effect of effects) {
    if (effect.kind !== 'appears' || !('family' in effect.about) || effect.about.family !== family.name) continue;
    const named = effect.about.matchers.map(({ label, value }): [string, string] => [label, value]);
    for (const set of usual) {
      const { job: asked = job, ...labels } = { ...set, ...Object.fromEntries(named) };
      if (asked === job) sets.set(print(labels), { family, job, labels, bornAt: effect.at });
    }
  }
  return [...sets.values()].map((facts) => childOf(facts, circumstances));
}

function childOf(facts: ChildFacts, { scenario, seed, start, since }: Circumstances): Child {
  const { family, job, labels, bornAt } = facts;
  const key = `${seed} ${job} ${family.name} ${print(labels)}`;
  const effects = scenario.effects.filter(
    (effect) => 'about' in effect && isAbout(effect.about, { family: family.name, job, labels }),
  );
  const lives = livesOf(scenario, job, since);
  const isThere = presence(effects);
  const read = reader();
  return {
    family,
    job,
    labels,
    valueAt(time) {
      const life = lives.startBefore(time);
      if (life === undefined || time < bornAt || !lives.isUp(time) || !isThere(time)) return undefined;
      return read(Math.max(life, bornAt), time);
    },
  };

  function reader(): (from: number, to: number) => ReturnType<Child['valueAt']> {
    if (family.type === 'gauge') {
      const shown = gaugeOf(facts, key, effects, { lives, since, epoch: start });
      return (_, time) => shown(time);
    }
    // What has a birth begins with its first event.
    if (family.type === 'counter') {
      const counted = counterOf(family, key, effects, since);
      return (from, to) => born(counted(from, to), (count) => count);
    }
    const observed = histogramOf(family, key, effects, since);
    return (from, to) => born(observed(from, to), ({ counts }) => counts.reduce((sum, count) => sum + count, 0));
  }

  function born<Value>(value: Value, countOf: (value: Value) => number): Value | undefined {
    return bornAt === -Infinity || countOf(value) > 0 ? value : undefined;
  }
}

function presence(effects: readonly Effect[]): (time: number) => boolean {
  const deciding = effects.filter(
    (effect): effect is Extract<PresenceEffect, { kind: 'absent' | 'present' }> =>
      effect.kind === 'absent' || effect.kind === 'present',
  );
  return (time) => deciding.findLast((effect) => holds(effect, time))?.kind !== 'absent';
}

function print(labels: Readonly<Record<string, string>>): string {
  return JSON.stringify(Object.entries(labels));
}

import type { ProblemListing } from '../model/problem.js';
import type { Effect } from '../model/scenario.js';
import type { AnyVector, LabelsOf } from '../promql/expression.js';
import { during, type When } from './during.js';
import { aboutOf, valuesOf, type ValidShown } from './selection.js';

/** Refuses a label that the series do not have. */
export type ValidLabel<Label extends string, Carried extends string> = [Label] extends [Carried]
  ? unknown
  : ProblemListing<`these series have no label "${Label}"; they have`, Carried>;

/** A gauge shows one value. */
export function fixed<E extends AnyVector>(gauge: E & ValidShown<E>, value: number, when: When = {}): Effect {
  return { kind: 'value', about: aboutOf(gauge), value, ...during(when) };
}

/** A gauge moves between two bounds, in slow waves. */
export function between<E extends AnyVector>(
  gauge: E & ValidShown<E>,
  low: number,
  high: number,
  when: When = {},
): Effect {
  return { kind: 'between', about: aboutOf(gauge), low, high, ...during(when) };
}

/** A gauge stays what it was: nothing updates it. */
export function frozen<E extends AnyVector>(gauge: E & ValidShown<E>, when: When = {}): Effect {
  return { kind: 'frozen', about: aboutOf(gauge), ...during(when) };
}

/**
 * Of series that differ in one label, one is 1 and the others 0.
 *
 * @param gauge the one that is 1: `runState({ state: 'running' })`
 * @param label the label that says which one: `state`
 */
export function oneOf<E extends AnyVector, const L extends string>(
  gauge: E & ValidShown<E>,
  label: L & ValidLabel<L, LabelsOf<E>>,
  when: When = {},
): Effect {
  const name: string = label;
  const { [name]: value, ...others } = valuesOf(gauge);
  const about = aboutOf(gauge);
  if (value === undefined || !('family' in about)) {
    throw new TypeError(`oneOf() is told which value of "${name}" is 1: match by it`);
  }
  return {
    kind: 'one of',
    about: { ...about, matchers: about.matchers.filter((matcher) => matcher.label in others) },
    label: name,
    value,
    ...during(when),
  };
}

/** A gauge says when its producer started, as a Unix time. */
export function startTime<E extends AnyVector>(gauge: E & ValidShown<E>): Effect {
  return { kind: 'reads', what: 'start time', about: aboutOf(gauge), ...during({}) };
}

/** A gauge says for how many seconds its producer has run. */
export function uptime<E extends AnyVector>(gauge: E & ValidShown<E>): Effect {
  return { kind: 'reads', what: 'uptime', about: aboutOf(gauge), ...during({}) };
}

/** A gauge counts: it grows as a counter does. */
export function counts<E extends AnyVector>(gauge: E & ValidShown<E>): Effect {
  return { kind: 'reads', what: 'count', about: aboutOf(gauge), ...during({}) };
}

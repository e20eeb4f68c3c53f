import type { About, During, LabelMatch } from '../model/scenario.js';
import type { LabelSet } from './label-sets.js';

/** A series, as far as an effect has to know it. */
export interface Subject {
  readonly family: string;
  readonly job: string;
  readonly labels: LabelSet;
}

/** True where an effect is about a series. */
export function isAbout(about: About, { family, job, labels }: Subject): boolean {
  if ('job' in about) return about.job === job && !about.but.includes(family);
  return about.family === family && about.matchers.every((matcher) => matches(matcher, { ...labels, job }));
}

/** True where an effect holds at a time, in seconds from the start of the scenario. */
export function holds({ from, to }: During, time: number): boolean {
  return time >= from && time < to;
}

function matches({ label, operator, value }: LabelMatch, labels: LabelSet): boolean {
  const found = labels[label] ?? '';
  const isSame = operator.endsWith('~') ? new RegExp(`^(?:${value})$`).test(found) : found === value;
  return operator.startsWith('!') ? !isSame : isSame;
}

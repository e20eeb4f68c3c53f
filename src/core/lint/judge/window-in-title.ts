import { durationSeconds } from '../../promql/duration.js';

/** A length of time that a title says. */
export interface WindowInTitle {
  readonly seconds: number;
  /** The words that say it. */
  readonly words: string;
  /** True where it says that it reaches back from now, as "last 30m" does. */
  readonly fromNow: boolean;
}

const unit = '(s|sec|secs|seconds?|m|min|mins|minutes?|h|hours?|d|days?|w|weeks?)';
const patterns = [
  new RegExp(`\\b(?:last|past) (\\d+) ?${unit}\\b`, 'i'),
  new RegExp(`\\bover (?:the last )?(\\d+) ?${unit}\\b`, 'i'),
  new RegExp(`[([](\\d+) ?${unit}[)\\]]`, 'i'),
  /\/ ?(\d+)([smhd])\b/,
];

/** The length of time that a title says its numbers are over: "(5m)", "last 30m", "/ 5m". */
export function windowInTitle(title: string): WindowInTitle | undefined {
  for (const pattern of patterns) {
    const match = pattern.exec(title);
    if (match === null) continue;
    const [words, number = '', name = ''] = match;
    const seconds = durationSeconds(`${number}${name.slice(0, 1).toLowerCase()}`);
    if (seconds !== undefined) return { seconds, words, fromNow: /^(?:last|past)/i.test(words) };
  }
  return undefined;
}

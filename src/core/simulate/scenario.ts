import type { Effect, Scenario } from '../model/scenario.js';
import type { Duration } from '../query/window.js';
import { secondsOf } from './during.js';

/** How long every scenario takes to be seen whole, where it does not say. */
const usuallyShownAt = '15m';

const scenarioName = /^[a-z0-9][a-z0-9-]*$/;

/**
 * Declares a scenario: how the producers of a pack behave from its start on, and behaved before. What no effect is about
 * goes as usual: counters grow, histograms observe, gauges stay in range.
 *
 * @param name as the command line knows it: lower-case letters, digits and `-`
 * @param summary what happens, in a sentence
 * @param effects what goes otherwise than usual; where several decide one thing, the last does. Lists may be nested, so
 * that scenarios share what they have in common
 * @param options `shownAt`: how long after the start all of it can be seen, default 15m; `fires`: the alerts it is made
 * for
 * @throws RangeError for a name that the command line could not be told
 *
 * @example
 * scenario('exporter-down', 'The exporter dies after a minute.', [usual, down(exporter, { from: '1m' })], {
 *   fires: [exporterDown],
 * });
 */
export function scenario(
  name: string,
  summary: string,
  effects: readonly (Effect | readonly Effect[])[],
  options: { readonly shownAt?: Duration; readonly fires?: readonly { readonly name: string }[] } = {},
): Scenario {
  if (!scenarioName.test(name)) {
    throw new RangeError(`a scenario cannot be called "${name}": use lower-case letters, digits and -`);
  }
  return {
    kind: 'scenario',
    name,
    summary,
    effects: effects.flat(),
    shownAt: secondsOf(options.shownAt ?? usuallyShownAt),
    fires: (options.fires ?? []).map((alert) => alert.name),
  };
}

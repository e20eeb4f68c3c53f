import type { Problem, Refuse } from '../model/problem.js';
import type { AnyVariable, VariableName, VariableValues } from '../model/variable.js';

type DurationUnit = 'ms' | 's' | 'm' | 'h' | 'd' | 'w' | 'y';

/** A PromQL duration with one unit, such as `5m`, or with two, such as `1h30m`. */
export type Duration = `${number}${DurationUnit}` | `${number}${DurationUnit}${number}${DurationUnit}`;

/** The windows that Grafana computes. `$__rate_interval` is at least four scrape intervals. */
export type GrafanaWindow = '$__rate_interval' | '$__interval' | '$__range';

/** A window in `[…]`: a duration, one of Grafana's windows, or a variable whose values are durations. */
export type Window = Duration | GrafanaWindow | AnyVariable;

/** A window as authors write it: `ValidWindow` refuses what is none, with a sentence. */
export type WindowInput = string | AnyVariable;

/** Refuses what is not a duration, and a variable whose values are none. */
export type ValidWindow<W> = Refuse<WindowProblem<W>>;

type WindowProblem<W> = W extends AnyVariable
  ? [VariableValues<W>] extends [Duration]
    ? never
    : Problem<`variable "${VariableName<W>}" has values that are not durations: it cannot stand in a window`>
  : W extends Duration | GrafanaWindow
    ? never
    : W extends string
      ? Problem<`"${W}" is not a PromQL duration: write a whole number and a unit, such as 5m or 1h30m`>
      : never;

/** Refuses a shift in time that is not a duration. */
export type ValidShift<By extends string> = Refuse<
  By extends `-${infer Ahead}` ? WindowProblem<Ahead> : WindowProblem<By>
>;

/** The names of the variables in a window. */
export type WindowVariables<W> = W extends AnyVariable ? VariableName<W> : never;

const durationPattern = /^(?:\d+(?:ms|[smhdwy]))+$/;

/** A window as PromQL text. Throws a `RangeError` for what is neither a duration nor a variable. */
export function windowText(window: WindowInput): string {
  if (typeof window !== 'string') return `$${window.name}`;
  if (!window.startsWith('$') && !durationPattern.test(window)) {
    throw new RangeError(`"${window}" is not a PromQL duration: write a whole number and a unit, such as 5m or 1h30m`);
  }
  return window;
}

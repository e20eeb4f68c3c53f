import type { Problem, ProblemListing, Refuse } from '../model/problem.js';
import type { AnyVariable, VariableLabel, VariableName, VariableValues } from '../model/variable.js';
import type { Matcher } from '../promql/node.js';
import type { BoundLabel, LabelSpec } from './labels.js';

/** Matches what is not one of the values. Made by `not`. */
export interface NotValues<Values extends string> {
  readonly match: 'not';
  readonly values: readonly Values[];
}

/** Matches by a regular expression: a text, or what a variable holds. Made by `matches` and `notMatches`. */
export interface Pattern<Of extends string | AnyVariable = string | AnyVariable> {
  readonly match: 'pattern' | 'not pattern';
  readonly pattern: Of;
}

/** One matcher. */
export type OneMatcherInput = string | number | readonly string[] | NotValues<string> | Pattern | AnyVariable;

/** Several matchers of one label. Made by `all`. */
export interface AllOf<Inputs extends readonly OneMatcherInput[] = readonly OneMatcherInput[]> {
  readonly match: 'all';
  readonly inputs: Inputs;
}

/**
 * A matcher of a label, as authors write it: a value (`=`), a list of values (`=~`), `not(…)`, `matches(…)`, a dashboard variable,
 * or `all(…)` of these.
 */
export type MatcherInput = OneMatcherInput | AllOf;

/** The matchers of a selector, by label. */
export type MatcherInputs = Readonly<Record<string, MatcherInput>>;

/** Matches series whose label is none of the values: `!=`, or `!~` where there are several. */
export function not<const Values extends string>(...values: readonly Values[]): NotValues<Values> {
  return { match: 'not', values };
}

/**
 * Matches series whose label matches an RE2 regular expression, anchored at both ends: `=~`.
 *
 * @param pattern a text, or a variable whose values are regular expressions
 */
export function matches<const Of extends string | AnyVariable>(pattern: Of): Pattern<Of> {
  return { match: 'pattern', pattern };
}

/** Matches series whose label does not match an RE2 regular expression, anchored at both ends: `!~`. */
export function notMatches<const Of extends string | AnyVariable>(pattern: Of): Pattern<Of> {
  return { match: 'not pattern', pattern };
}

/**
 * Matches series whose label satisfies every one of several matchers.
 *
 * @example
 * requests({ route: all(route, not('__unknown__')) }) // {route=~"$route", route!="__unknown__"}
 */
export function all<const Inputs extends readonly OneMatcherInput[]>(...inputs: Inputs): AllOf<Inputs> {
  return { match: 'all', inputs };
}

type ValuesIn<Input> = Input extends string
  ? Input
  : Input extends readonly (infer V extends string)[]
    ? V
    : Input extends NotValues<infer V>
      ? V
      : Input extends AnyVariable
        ? VariableValues<Input>
        : never;

/** The problems of a matcher of a label that has a finite set of values; never where nothing is. */
type ValueProblem<Metric extends string, Label extends string, Allowed extends string, Input> =
  Input extends AllOf<infer Inputs>
    ? ValueProblem<Metric, Label, Allowed, Inputs[number]>
    : Input extends Pattern
      ? never
      : Input extends AnyVariable
        ? VariableProblem<Metric, Label, Allowed, Input>
        : Input extends number
          ? Problem<`label "${Label}" of ${Metric} is a text, and this is a number: put it in quotes`>
          : [ValuesIn<Input>] extends [Allowed]
            ? never
            : string extends ValuesIn<Input>
              ? ProblemListing<`the value of label "${Label}" of ${Metric} is a plain string; write one of`, Allowed>
              : ProblemListing<
                  `label "${Label}" of ${Metric} never has the value "${Exclude<ValuesIn<Input>, Allowed>}"; it has`,
                  Allowed
                >;

type VariableProblem<Metric extends string, Label extends string, Allowed extends string, V extends AnyVariable> = [
  VariableLabel<V>,
] extends [never]
  ? [VariableValues<V>] extends [Allowed]
    ? never
    : ProblemListing<
        `variable "${VariableName<V>}" has values that label "${Label}" of ${Metric} never has; it has`,
        Allowed
      >
  : [VariableLabel<V>] extends [Label]
    ? never
    : ProblemListing<
        `variable "${VariableName<V>}" lists the label "${VariableLabel<V>}", so it cannot match label "${Label}" of ${Metric}, which only has`,
        Allowed
      >;

/** The problems of a matcher of a label that can have any value; never where nothing is. */
type OpenProblem<Metric extends string, Label extends string, Input> = Input extends number
  ? Problem<`label "${Label}" of ${Metric} is a text, and this is a number: put it in quotes`>
  : ValuesIn<Input> extends infer Value
    ? Value extends `$${string}`
      ? Problem<`label "${Label}" of ${Metric} is matched by the text "${Value}": give it the variable itself, so that it is checked`>
      : never
    : never;

/** The problems of a matcher of `le`; never where nothing is. */
type BoundProblem<Metric extends string, Bound extends number, Input> = Input extends number
  ? Input extends Bound
    ? never
    : ProblemListing<`${Metric} has no bucket ${Input}; it has`, `${Bound}`>
  : Input extends AnyVariable
    ? VariableProblem<Metric, 'le', `${Bound}`, Input>
    : Exclude<ValuesIn<Input>, '+Inf'> extends infer Value
      ? Value extends string
        ? ProblemListing<`${Metric} has no bucket "${Value}": write the bound as a number; it has`, `${Bound}`>
        : never
      : never;

/** Refuses labels that a metric does not have, and values outside a label's finite set. */
export type ValidMatchers<Metric extends string, Labels extends LabelSpec, Inputs> = {
  readonly [Label in keyof Inputs]: Label extends keyof Labels & string
    ? Refuse<
        Labels[Label] extends readonly (infer Allowed extends string)[]
          ? ValueProblem<Metric, Label, Allowed, Inputs[Label]>
          : Labels[Label] extends BoundLabel<infer Bound>
            ? BoundProblem<Metric, Bound, Inputs[Label]>
            : OpenProblem<Metric, Label, Inputs[Label]>
      >
    : string extends Label
      ? Problem<`the labels to match ${Metric} by are plain strings: write them out`>
      : ProblemListing<`${Metric} has no label "${Label & string}"; it has`, keyof Labels & string>;
};

/** The names of the variables among matchers. */
export type MatcherVariables<Inputs> = InputVariables<Inputs[keyof Inputs]>;

type InputVariables<Input> = Input extends AnyVariable
  ? VariableName<Input>
  : Input extends Pattern<infer Of>
    ? Of extends AnyVariable
      ? VariableName<Of>
      : never
    : Input extends AllOf<infer Inputs>
      ? InputVariables<Inputs[number]>
      : never;

/** Matchers as data, in the author's order. */
export function matchersOf(inputs: MatcherInputs): readonly Matcher[] {
  return Object.entries(inputs).flatMap(([label, input]) =>
    isAll(input) ? input.inputs.map((one) => matcherOf(label, one)) : [matcherOf(label, input)],
  );
}

function matcherOf(label: string, input: OneMatcherInput): Matcher {
  if (typeof input === 'string') return { label, operator: '=', value: input };
  if (typeof input === 'number') return bucketBound(label, input);
  if (isList(input)) return { label, operator: '=~', value: alternatives(label, input) };
  if ('match' in input) {
    if (input.match !== 'not') return patternMatcher(label, input);
    const [first, ...rest] = input.values;
    if (first !== undefined && rest.length === 0) return { label, operator: '!=', value: first };
    return { label, operator: '!~', value: alternatives(label, input.values) };
  }
  return { label, operator: input.several ? '=~' : '=', value: `$${input.name}`, variable: input.name };
}

function patternMatcher(label: string, { match, pattern }: Pattern): Matcher {
  const operator = match === 'pattern' ? '=~' : '!~';
  if (typeof pattern === 'string') return { label, operator, value: pattern };
  return { label, operator, value: `$${pattern.name}`, variable: pattern.name };
}

function isAll(input: MatcherInput): input is AllOf {
  return typeof input === 'object' && 'match' in input && input.match === 'all';
}

function isList(input: OneMatcherInput): input is readonly string[] {
  return Array.isArray(input);
}

function alternatives(label: string, values: readonly string[]): string {
  if (values.length === 0) throw new RangeError(`label "${label}" is matched by an empty list: no series has it`);
  return values.map(escapePattern).join('|');
}

/** Prometheus 3 writes the bounds of whole numbers as `500.0`, Prometheus 2 as the client wrote them: match both. */
function bucketBound(label: string, bound: number): Matcher {
  if (!Number.isInteger(bound)) return { label, operator: '=', value: String(bound) };
  return { label, operator: '=~', value: `${bound}(\\.0)?` };
}

function escapePattern(value: string): string {
  return value.replaceAll(/[\\.+*?()|[\]{}^$]/g, String.raw`\$&`);
}

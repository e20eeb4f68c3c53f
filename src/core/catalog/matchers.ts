import type { Problem, Refuse } from '../model/problem.js';
import type { AnyVariable, VariableLabel, VariableName, VariableValues } from '../model/variable.js';
import type { Matcher } from '../promql/node.js';
import type { BoundLabel, LabelSpec } from './labels.js';

/** Matches what is not one of the values. Made by `not`. */
export interface NotValues<Values extends string> {
  readonly match: 'not';
  readonly values: readonly Values[];
}

/** Matches by a regular expression. Made by `matches` and `notMatches`. */
export interface Pattern {
  readonly match: 'pattern' | 'not pattern';
  readonly pattern: string;
}

/** What a matcher can be: a value (`=`), a list of values (`=~`), `not(…)`, `matches(…)` or a dashboard variable. */
export type MatcherInput = string | number | readonly string[] | NotValues<string> | Pattern | AnyVariable;

/** The matchers of a selector, by label. */
export type MatcherInputs = Readonly<Record<string, MatcherInput>>;

/** Matches series whose label is none of the values: `!=`, or `!~` where there are several. */
export function not<const Values extends string>(...values: readonly Values[]): NotValues<Values> {
  return { match: 'not', values };
}

/** Matches series whose label matches an RE2 regular expression, anchored at both ends: `=~`. */
export function matches(pattern: string): Pattern {
  return { match: 'pattern', pattern };
}

/** Matches series whose label does not match an RE2 regular expression, anchored at both ends: `!~`. */
export function notMatches(pattern: string): Pattern {
  return { match: 'not pattern', pattern };
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

/** What is wrong with a matcher of a label that has a finite set of values; never where nothing is. */
type ValueProblem<Metric extends string, Label extends string, Allowed extends string, Input> = Input extends Pattern
  ? never
  : Input extends AnyVariable
    ? VariableProblem<Metric, Label, Allowed, Input>
    : Input extends number
      ? Problem<`label "${Label}" of ${Metric} is a text, and this is a number: put it in quotes`>
      : [ValuesIn<Input>] extends [Allowed]
        ? never
        : string extends ValuesIn<Input>
          ? Problem<`the value of label "${Label}" of ${Metric} is a plain string; write one of`, Allowed>
          : Problem<
              `label "${Label}" of ${Metric} never has the value "${Exclude<ValuesIn<Input>, Allowed>}"; it has`,
              Allowed
            >;

type VariableProblem<Metric extends string, Label extends string, Allowed extends string, V extends AnyVariable> = [
  VariableLabel<V>,
] extends [never]
  ? [VariableValues<V>] extends [Allowed]
    ? never
    : Problem<`variable "${VariableName<V>}" has values that label "${Label}" of ${Metric} never has; it has`, Allowed>
  : [VariableLabel<V>] extends [Label]
    ? never
    : Problem<
        `variable "${VariableName<V>}" lists the label "${VariableLabel<V>}", so it cannot match label "${Label}" of ${Metric}, which only has`,
        Allowed
      >;

/** What is wrong with a matcher of a label that can have any value; never where nothing is. */
type OpenProblem<Metric extends string, Label extends string, Input> = Input extends number
  ? Problem<`label "${Label}" of ${Metric} is a text, and this is a number: put it in quotes`>
  : ValuesIn<Input> extends infer Value
    ? Value extends `$${string}`
      ? Problem<`label "${Label}" of ${Metric} is matched by the text "${Value}": give it the variable itself, so that it is checked`>
      : never
    : never;

/** What is wrong with a matcher of `le`; never where nothing is. */
type BoundProblem<Metric extends string, Bound extends number, Input> = Input extends number
  ? Input extends Bound
    ? never
    : Problem<`${Metric} has no bucket ${Input}; it has`, `${Bound}`>
  : Input extends AnyVariable
    ? VariableProblem<Metric, 'le', `${Bound}`, Input>
    : Exclude<ValuesIn<Input>, '+Inf'> extends infer Value
      ? Value extends string
        ? Problem<`${Metric} has no bucket "${Value}": write the bound as a number; it has`, `${Bound}`>
        : never
      : never;

/** Refuses labels that a metric does not have, and values outside a label's finite set. */
export type CheckMatchers<Metric extends string, Labels extends LabelSpec, Inputs> = {
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
      : Problem<`${Metric} has no label "${Label & string}"; it has`, keyof Labels & string>;
};

/** The names of the variables among matchers. */
export type MatcherVariables<Inputs> = VariableName<Extract<Inputs[keyof Inputs], AnyVariable>>;

/** Matchers as data, in the author's order. */
export function matchersOf(inputs: MatcherInputs): readonly Matcher[] {
  return Object.entries(inputs).map(([label, input]) => matcherOf(label, input));
}

function matcherOf(label: string, input: MatcherInput): Matcher {
  if (typeof input === 'string') return { label, operator: '=', value: input };
  if (typeof input === 'number') return bucketBound(label, input);
  if (isList(input)) return { label, operator: '=~', value: alternatives(label, input) };
  if ('match' in input) {
    if (input.match !== 'not')
      return { label, operator: input.match === 'pattern' ? '=~' : '!~', value: input.pattern };
    const [first, ...rest] = input.values;
    if (first !== undefined && rest.length === 0) return { label, operator: '!=', value: first };
    return { label, operator: '!~', value: alternatives(label, input.values) };
  }
  return { label, operator: input.several ? '=~' : '=', value: `$${input.name}`, variable: input.name };
}

function isList(input: MatcherInput): input is readonly string[] {
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

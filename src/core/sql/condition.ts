import type { NotLiteral } from '../model/literal.js';
import type { Problem, ProblemListing } from '../model/problem.js';
import type { AnyVariable, VariableName } from '../model/variable.js';
import type { ConditionNode, LiteralValue } from './node.js';
import type { AnyColumn, ColumnName, NumberType, TypeName, ValueTable, ValueType } from './value.js';

declare const of: unique symbol;

/** A condition that rows meet or not, with the variable in it. */
export interface Condition<Table extends string, Variables extends string> {
  readonly kind: 'sql condition';
  readonly node: ConditionNode;
  readonly [of]: { readonly table: Table; readonly variables: Variables };
}

/** Any condition. */
export type AnyCondition = Condition<string, string>;

/** The table that a condition is of. */
export type ConditionTable<C> = C extends { readonly [of]: { readonly table: infer Table extends string } }
  ? Table
  : never;

/** The variables in a condition. */
export type ConditionVariables<C> = C extends { readonly [of]: { readonly variables: infer Names extends string } }
  ? Names
  : never;

type LiteralOf<Type> = Type extends readonly (infer Value)[]
  ? Value
  : Type extends 'text'
    ? string
    : Type extends 'boolean'
      ? boolean
      : Type extends NumberType
        ? number
        : never;

/** Refuses a value that the column never has. */
type ValidLiteral<C, Value> = [Value] extends [LiteralOf<ValueType<C>>]
  ? unknown
  : ValueType<C> extends readonly (infer Allowed extends string)[]
    ? [Value] extends [string]
      ? [NotLiteral<Value>] extends [never]
        ? ProblemListing<`column "${ColumnName<C>}" never has the value "${Exclude<Value, Allowed>}"; it has`, Allowed>
        : ProblemListing<`the value of column "${ColumnName<C>}" is a plain string; write one of`, Allowed>
      : ProblemListing<`column "${ColumnName<C>}" is a text, and this is none; it has`, Allowed>
    : [LiteralOf<ValueType<C>>] extends [never]
      ? Problem<`column "${ColumnName<C>}" is a point in time: the time range of the dashboard limits it`>
      : Problem<`column "${ColumnName<C>}" is ${TypeName<ValueType<C>>}, and the value is not`>;

/** Refuses what is neither greater nor less than a number. */
type ValidComparable<Name extends string, C> = [ValueType<C>] extends [NumberType]
  ? unknown
  : Problem<`${Name}() needs a number, and column "${ColumnName<C>}" is ${TypeName<ValueType<C>>}`>;

type ValidText<C> = [ValueType<C>] extends ['text' | readonly string[]]
  ? unknown
  : Problem<`isAmong() needs a text, and column "${ColumnName<C>}" is ${TypeName<ValueType<C>>}`>;

function condition<C extends AnyCondition>(node: ConditionNode): C {
  return { kind: 'sql condition', node } as unknown as C;
}

/** Rows whose column is a value. */
export function is<C extends AnyColumn, const Value extends LiteralValue>(
  column: C,
  value: Value & ValidLiteral<C, Value>,
): Condition<ValueTable<C>, never> {
  return condition({ kind: 'comparison', column: column.node, operator: '=', value });
}

/** Rows whose column is another value; not those where it is NULL. */
export function isNot<C extends AnyColumn, const Value extends LiteralValue>(
  column: C,
  value: Value & ValidLiteral<C, Value>,
): Condition<ValueTable<C>, never> {
  return condition({ kind: 'comparison', column: column.node, operator: '<>', value });
}

/** Rows whose column is one of several values. */
export function isOneOf<C extends AnyColumn, const Value extends LiteralValue>(
  column: C,
  values: readonly [Value & ValidLiteral<C, Value>, ...(Value & ValidLiteral<C, Value>)[]],
): Condition<ValueTable<C>, never> {
  return condition({ kind: 'one of', column: column.node, values });
}

/** Rows whose column is greater than a number. */
export function isGreater<C extends AnyColumn>(
  column: C & ValidComparable<'isGreater', C>,
  than: number,
): Condition<ValueTable<C>, never> {
  return condition({ kind: 'comparison', column: column.node, operator: '>', value: than });
}

/** Rows whose column is less than a number. */
export function isLess<C extends AnyColumn>(
  column: C & ValidComparable<'isLess', C>,
  than: number,
): Condition<ValueTable<C>, never> {
  return condition({ kind: 'comparison', column: column.node, operator: '<', value: than });
}

/**
 * Rows whose column is what the viewer chose of a variable; with several values, any of them. Grafana quotes each.
 *
 * @example
 * sql.isAmong(signals.columns.symbol, symbol) // "symbol" IN (${symbol:sqlstring})
 */
export function isAmong<C extends AnyColumn, V extends AnyVariable>(
  column: C & ValidText<C>,
  variable: V,
): Condition<ValueTable<C>, VariableName<V>> {
  return condition({ kind: 'among', column: column.node, variable: variable.name });
}

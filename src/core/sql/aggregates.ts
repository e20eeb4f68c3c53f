import type { Problem } from '../model/problem.js';
import type { AnyCondition, ConditionTable } from './condition.js';
import {
  sqlValue,
  type AnyColumn,
  type AnyValue,
  type ColumnName,
  type NumberType,
  type SqlValue,
  type TypeName,
  type ValueTable,
  type ValueType,
} from './value.js';

/** Refuses what is not a number. */
type ValidNumber<Name extends string, C> = [ValueType<C>] extends [NumberType]
  ? unknown
  : Problem<`${Name}() needs a number, and column "${ColumnName<C>}" is ${TypeName<ValueType<C>>}`>;

/**
 * Counts rows: all that the query finds, or those of them that meet a condition.
 *
 * @example
 * sql.count(sql.is(signals.columns.signal_type, 'BUY')) // count(*) FILTER (WHERE "signal_type" = 'BUY')
 */
export function count<C extends AnyCondition = never>(where?: C): SqlValue<ConditionTable<C>, 'bigint'> {
  return sqlValue({ kind: 'count', ...(where === undefined ? {} : { where: where.node }) });
}

/** The mean of a column; nothing where there is no row. */
export function avg<C extends AnyColumn>(column: C & ValidNumber<'avg', C>): SqlValue<ValueTable<C>, 'numeric'> {
  return sqlValue({ kind: 'aggregate', name: 'avg', of: column.node });
}

/** The sum of a column; nothing where there is no row. */
export function sum<C extends AnyColumn>(column: C & ValidNumber<'sum', C>): SqlValue<ValueTable<C>, 'numeric'> {
  return sqlValue({ kind: 'aggregate', name: 'sum', of: column.node });
}

/** The least value of a column; nothing where there is no row. */
export function min<C extends AnyColumn>(column: C & ValidNumber<'min', C>): SqlValue<ValueTable<C>, 'numeric'> {
  return sqlValue({ kind: 'aggregate', name: 'min', of: column.node });
}

/** The greatest value of a column; nothing where there is no row. */
export function max<C extends AnyColumn>(column: C & ValidNumber<'max', C>): SqlValue<ValueTable<C>, 'numeric'> {
  return sqlValue({ kind: 'aggregate', name: 'max', of: column.node });
}

/**
 * The count of an interval, as so much in a minute. For queries per interval.
 *
 * @example
 * sql.perMinute(sql.count()) // count(*) * 60000.0 / $__interval_ms
 */
export function perMinute<V extends AnyValue>(value: V): SqlValue<ValueTable<V>, 'numeric'> {
  return sqlValue({ kind: 'per minute', of: value.node });
}

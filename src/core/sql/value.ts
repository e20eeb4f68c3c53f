import type { ColumnType, SqlNode } from './node.js';

declare const of: unique symbol;

/** A value that a query selects: a column, or what is counted over rows. */
export interface SqlValue<Table extends string, Type extends ColumnType> {
  readonly kind: 'sql value';
  readonly node: SqlNode;
  readonly [of]: { readonly table: Table; readonly type: Type };
}

/** A column of a table. */
export interface Column<Table extends string, Name extends string, Type extends ColumnType> extends SqlValue<
  Table,
  Type
> {
  readonly node: SqlNode & { readonly kind: 'column'; readonly name: Name };
}

/** Any value. */
export type AnyValue = SqlValue<string, ColumnType>;

/** Any column. */
export type AnyColumn = Column<string, string, ColumnType>;

/** The table that a value is of; never where it is of any. */
export type ValueTable<V> = V extends { readonly [of]: { readonly table: infer Table extends string } } ? Table : never;

/** The type of a value. */
export type ValueType<V> = V extends { readonly [of]: { readonly type: infer Type extends ColumnType } } ? Type : never;

/** The name of a column. */
export type ColumnName<C> = C extends { readonly node: { readonly name: infer Name extends string } } ? Name : never;

/** The types that are numbers. */
export type NumberType = 'integer' | 'bigint' | 'numeric' | 'double precision';

/** The types that are points in time. */
export type TimeType = 'timestamptz' | 'timestamp';

/** The name of a type in a message. */
export type TypeName<Type> = Type extends string ? Type : 'text';

/** Gives a tree its type. Internal to core. */
export function sqlValue<V extends AnyValue>(node: SqlNode): V {
  return { kind: 'sql value', node } as unknown as V;
}

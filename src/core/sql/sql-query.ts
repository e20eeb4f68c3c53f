import { callerPosition } from '../catalog/caller.js';
import type { ValidRole, SqlRole } from '../catalog/role.js';
import type { Position } from '../model/position.js';
import type { Problem, Refuse } from '../model/problem.js';
import type { AnyCondition, ConditionTable, ConditionVariables } from './condition.js';
import { columnsRead, isAggregate, valuesIn, type ConditionNode, type Direction, type SelectNode } from './node.js';
import { printSql } from './print-sql.js';
import type { TableNamed } from './table.js';
import type { AnyColumn, AnyValue, ColumnName, TimeType, TypeName, ValueTable, ValueType } from './value.js';

declare const asked: unique symbol;

/** A query in SQL as its author wrote it. */
export interface SqlQueryDefinition {
  readonly kind: 'sql query';
  readonly role: string;
  readonly node: SelectNode;
  /** The query that PostgreSQL is asked, with Grafana's macros and variables. */
  readonly text: string;
  /** The columns of its result, in their order. */
  readonly fields: readonly string[];
  /** The columns of the table that it reads. */
  readonly reads: readonly string[];
  readonly variables: readonly string[];
  /** Why it is not limited to the dashboard's time range, where it is not. */
  readonly allTime?: string;
  readonly position: Position;
}

/** A query in SQL, with the role that it asks and the variables in it. */
export interface SqlQuery<Role extends string, Variables extends string> extends SqlQueryDefinition {
  readonly [asked]: {
    readonly role: { readonly [N in Role]: true };
    readonly variables: (declared: { readonly [N in Variables]: true }) => void;
  };
}

/** Any query in SQL. */
export interface AnySqlQuery extends SqlQueryDefinition {
  readonly [asked]: { readonly role: {}; readonly variables: (declared: never) => void };
}

/** The role that a query asks. */
export type SqlQueryRole<Q> = Q extends { readonly [asked]: { readonly role: infer Asked } }
  ? keyof Asked & string
  : never;

/** The variables in a query. */
export type SqlQueryVariables<Q> = Q extends {
  readonly [asked]: { readonly variables: (declared: infer Declared) => void };
}
  ? keyof Declared & string
  : never;

/** Refuses values of another table than the one that is read. */
type ValidSelect<Table extends string, Select> = {
  readonly [Field in keyof Select]: Refuse<OfTable<Table, ValueTable<Select[Field]>>>;
};

type ValidConditions<Table extends string, Where> = {
  readonly [I in keyof Where]: Refuse<OfTable<Table, ConditionTable<Where[I]>>>;
};

type OfTable<Table extends string, Used extends string> = [Used] extends [Table]
  ? never
  : Problem<`the query reads the table ${Table}, and this is of ${Exclude<Used, Table>}`>;

/** Refuses what is no point in time of the table that is read. */
type ValidTime<Table extends string, C> = [ValueType<C>] extends [TimeType]
  ? Refuse<OfTable<Table, ValueTable<C>>>
  : Problem<`the time range limits a point in time, and column "${ColumnName<C>}" is ${TypeName<ValueType<C>>}`>;

/** When rows count: within the dashboard's time range by a column, or always, and why. */
type TimeSpec<Time> =
  | {
      /** The column that the dashboard's time range limits. */
      readonly time: Time;
      readonly allTime?: never;
      /** True where rows are counted per interval of the graph: the result has a column `time`. Default false. */
      readonly perInterval?: boolean;
    }
  | {
      readonly time?: never;
      /** Why the query is not limited to the dashboard's time range. */
      readonly allTime: string;
      readonly perInterval?: never;
    };

/** The parts of a query, checked against its table. */
type QuerySpec<Table extends string, Select, Where, Time> = TimeSpec<Time & ValidTime<Table, Time>> & {
  /** The table that is read. */
  readonly from: TableNamed<Table>;
  /** The columns of the result, by the names that viewers read. Beside a count, the others are what it is grouped by. */
  readonly select: Select & ValidSelect<Table, Select>;
  /** The conditions that rows must meet, all of it. */
  readonly where?: Where & ValidConditions<Table, Where>;
  /** By columns of the result, the first first. */
  readonly orderBy?: { readonly [Field in keyof NoInfer<Select>]?: Direction };
  /** The most rows that are returned. */
  readonly limit?: number;
};

/**
 * A query in SQL, of one table. Every name in it is checked against the table, values are quoted by us and variables by
 * Grafana, and rows are limited to the dashboard's time range, unless `allTime` says why not.
 *
 * @example
 * sql.query(SQL, {
 *   from: signals, time: signals.columns.created_at, perInterval: true,
 *   select: { metric: signals.columns.symbol, signals: sql.count() },
 * })
 */
export function query<
  Asked extends string,
  Table extends string,
  Time extends AnyColumn,
  const Select extends Readonly<Record<string, AnyValue>>,
  const Where extends readonly AnyCondition[] = readonly [],
>(
  role: SqlRole<Asked> & ValidRole<Asked>,
  spec: QuerySpec<Table, Select, Where, Time>,
): SqlQuery<Asked, ConditionVariables<Where[number]>> {
  const { from, time, perInterval = false, limit, allTime } = spec;
  const select: Readonly<Record<string, AnyValue>> = spec.select;
  const where: readonly AnyCondition[] = spec.where ?? [];
  const node: SelectNode = {
    from: from.facts,
    ...(time === undefined ? {} : { time: time.node }),
    perInterval,
    select: Object.fromEntries(Object.entries(select).map(([field, value]) => [field, value.node])),
    where: where.map((condition) => condition.node),
    orderBy: Object.entries((spec.orderBy ?? {}) as Readonly<Record<string, Direction>>),
    ...(limit === undefined ? {} : { limit }),
  };
  assertSound(node, allTime);
  const definition: SqlQueryDefinition = {
    kind: 'sql query',
    role: role.name,
    node,
    text: printSql(node),
    fields: [...(perInterval ? ['time'] : []), ...Object.keys(node.select)],
    reads: columnsRead(node),
    variables: variablesIn(node),
    ...(allTime === undefined ? {} : { allTime }),
    position: callerPosition(query),
  };
  return definition as SqlQuery<Asked, ConditionVariables<Where[number]>>;
}

/** The problems that types do not see: values of computed specs, and what only the whole query shows. */
function assertSound({ time, perInterval, select, limit }: SelectNode, allTime: string | undefined): void {
  const values = Object.values(select);
  const fail = (why: string): never => {
    throw new RangeError(`sql.query(): ${why}`);
  };
  if (values.length === 0) fail('it selects nothing');
  if (Object.keys(select).some((field) => /^\d+$/.test(field))) {
    fail('a column of the result is named by a number, and JavaScript moves it to the front: name it otherwise');
  }
  if (limit !== undefined && (!Number.isInteger(limit) || limit < 1))
    fail(`the limit ${limit} is not a whole number from 1 up`);
  if (time === undefined && (allTime ?? '').trim() === '') fail('say in allTime why the time range does not limit it');
  if (perInterval && !values.some(isAggregate)) fail('per interval it must count something: select sql.count()');
  if (perInterval && 'time' in select) fail('per interval its first column is "time": name the other one otherwise');
  const isRate = values.some((value) => [...valuesIn(value)].some(({ kind }) => kind === 'per minute'));
  if (isRate && !perInterval) fail('sql.perMinute() needs perInterval: true, since it counts by the interval');
}

function variablesIn({ select, where }: SelectNode): readonly string[] {
  const inside = Object.values(select).flatMap((value) =>
    [...valuesIn(value)].flatMap((node) => (node.kind === 'count' && node.where !== undefined ? [node.where] : [])),
  );
  const conditions: readonly ConditionNode[] = [...where, ...inside];
  return [...new Set(conditions.flatMap((one) => (one.kind === 'among' ? [one.variable] : [])))];
}

/** The type of a column. A list of texts: those values and no other. Times without a zone are in UTC, as Grafana asks. */
export type ColumnType =
  | 'timestamptz'
  | 'timestamp'
  | 'text'
  | 'boolean'
  | 'integer'
  | 'bigint'
  | 'numeric'
  | 'double precision'
  | readonly string[];

/** A table as a query takes it to be. */
export interface TableFacts {
  /** `signals`, or with its schema `public.signals`. */
  readonly name: string;
  readonly spec: Readonly<Record<string, ColumnType>>;
  /** Why it is not certain that the table is so; absent where it is known. */
  readonly assumed?: string;
}

/** A value of a query, as a tree. */
export type SqlNode =
  | { readonly kind: 'column'; readonly table: string; readonly name: string }
  | { readonly kind: 'count'; readonly where?: ConditionNode }
  | { readonly kind: 'aggregate'; readonly name: 'avg' | 'sum' | 'min' | 'max'; readonly of: SqlNode }
  | { readonly kind: 'per minute'; readonly of: SqlNode };

/** A value that can stand in a query as it is. */
export type LiteralValue = string | number | boolean;

/** A condition on rows, as a tree. */
export type ConditionNode =
  | {
      readonly kind: 'comparison';
      readonly column: SqlNode;
      readonly operator: '=' | '<>' | '<' | '>';
      readonly value: LiteralValue;
    }
  | { readonly kind: 'one of'; readonly column: SqlNode; readonly values: readonly LiteralValue[] }
  | { readonly kind: 'among'; readonly column: SqlNode; readonly variable: string };

/** Which way a column is sorted. */
export type Direction = 'ascending' | 'descending';

/** A query, as a tree. */
export interface SelectNode {
  readonly from: TableFacts;
  /** The column that the dashboard's time range filters; absent where the query is not limited in time. */
  readonly time?: SqlNode;
  /** True where rows are counted per interval of the graph, by the same column: the result has a column `time`. */
  readonly perInterval: boolean;
  /** By the names of the result's columns, in their order. */
  readonly select: Readonly<Record<string, SqlNode>>;
  readonly where: readonly ConditionNode[];
  readonly orderBy: readonly (readonly [field: string, direction: Direction])[];
  readonly limit?: number;
}

/** The nodes inside a value, itself first. */
export function* valuesIn(node: SqlNode): Generator<SqlNode> {
  yield node;
  if (node.kind === 'aggregate' || node.kind === 'per minute') yield* valuesIn(node.of);
  if (node.kind === 'count' && node.where !== undefined) yield node.where.column;
}

/** True where a value is one of many rows, so that the other columns of a result are what it is grouped by. */
export function isAggregate(node: SqlNode): boolean {
  return node.kind !== 'column';
}

/** The names of the columns that a query reads, each once, in the order of its table. */
export function columnsRead({ from, time, select, where }: SelectNode): readonly string[] {
  const values = [
    ...(time === undefined ? [] : [time]),
    ...Object.values(select),
    ...where.map(({ column }) => column),
  ];
  const read = new Set(
    values.flatMap((value) => [...valuesIn(value)].flatMap((node) => (node.kind === 'column' ? [node.name] : []))),
  );
  return Object.keys(from.spec).filter((name) => read.has(name));
}

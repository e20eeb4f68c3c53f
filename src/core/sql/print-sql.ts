import { isAggregate, type ConditionNode, type SelectNode, type SqlNode } from './node.js';
import { quoteField, quoteLiteral, quoteName } from './quote.js';

/** Prints a query as Grafana's PostgreSQL datasource takes it: with its macros, which the viewer's time range fills in. */
export function printSql(node: SelectNode): string {
  const { from, time, perInterval, select, where, orderBy, limit } = node;
  const fields = Object.entries(select).map(([name, value]) => `${printValue(value)} AS ${quoteField(name)}`);
  const times = time === undefined || !perInterval ? [] : [`$__timeGroupAlias(${printValue(time)}, $__interval)`];
  const conditions = [
    ...(time === undefined ? [] : [`$__timeFilter(${printValue(time)})`]),
    ...where.map(printCondition),
  ];
  const groups = groupsOf(node);
  const order = [
    ...(perInterval ? ['1'] : []),
    ...orderBy.map(([name, direction]) => quoteField(name) + (direction === 'descending' ? ' DESC NULLS LAST' : '')),
  ];
  return [
    `SELECT\n  ${[...times, ...fields].join(',\n  ')}`,
    `FROM ${quoteName(from.name)}`,
    ...(conditions.length === 0 ? [] : [`WHERE ${conditions.join('\n  AND ')}`]),
    ...(groups.length === 0 ? [] : [`GROUP BY ${groups.join(', ')}`]),
    ...(order.length === 0 ? [] : [`ORDER BY ${order.join(', ')}`]),
    ...(limit === undefined ? [] : [`LIMIT ${limit}`]),
  ].join('\n');
}

/** The places of what a result is grouped by: everything beside the aggregates. */
function groupsOf({ perInterval, select }: SelectNode): readonly number[] {
  const values = Object.values(select);
  if (!values.some(isAggregate)) return [];
  const first = perInterval ? 2 : 1;
  const places = values.flatMap((value, index) => (isAggregate(value) ? [] : [index + first]));
  return perInterval ? [1, ...places] : places;
}

function printValue(node: SqlNode): string {
  switch (node.kind) {
    case 'column':
      return quoteName(node.name);
    case 'count':
      return node.where === undefined ? 'count(*)' : `count(*) FILTER (WHERE ${printCondition(node.where)})`;
    case 'aggregate':
      return `${node.name}(${printValue(node.of)})`;
    case 'per minute':
      return `${printValue(node.of)} * 60000.0 / $__interval_ms`;
  }
}

function printCondition(node: ConditionNode): string {
  const column = printValue(node.column);
  switch (node.kind) {
    case 'comparison':
      return `${column} ${node.operator} ${quoteLiteral(node.value)}`;
    case 'one of':
      return `${column} IN (${node.values.map(quoteLiteral).join(', ')})`;
    case 'among':
      // Grafana quotes each value that the viewer chose.
      return `${column} IN (\${${node.variable}:sqlstring})`;
  }
}

import type { AnySqlQuery } from '../sql/sql-query.js';
import type { ColumnType } from '../sql/node.js';
import type { DatasourceRef } from '../panel/context.js';
import { datasourceOf, type Environment } from './datasource-ref.js';
import type { SqlQueryFacts } from './facts.js';
import type { Report } from './resolve-query.js';

/** A query in SQL with its datasource. */
export interface ResolvedSql {
  readonly ref: DatasourceRef;
  readonly facts: Omit<SqlQueryFacts, 'refId'>;
  /** The notes that viewers must know. */
  readonly notes: readonly string[];
}

/** Where nothing is known: the build stops with a finding before this is written. */
const nowhere: DatasourceRef = { type: 'grafana-postgresql-datasource', uid: '' };

/** Finds the datasource of a query in SQL. `report` gets what is wrong. */
export function resolveSql(query: AnySqlQuery, environment: Environment, report: Report): ResolvedSql {
  const { role, text, node, reads, variables, allTime } = query;
  if (!environment.roles.some(({ name }) => name === role)) {
    // A role that the pack has and does not bind is a finding of the pack.
    report('datasource/unknown-role', `role ${role} is not one of the pack's roles: add it to roles and bind it`);
  }
  const ref = datasourceOf(role, environment) ?? nowhere;
  const { name, assumed, spec } = node.from;
  return {
    ref,
    facts: {
      sql: text,
      role,
      datasource: ref.uid,
      table: name,
      columns: reads,
      variables,
      ...(assumed === undefined ? {} : { assumed }),
    },
    notes: [
      ...(allTime === undefined ? [] : [`Not limited to the time range: ${allTime}.`]),
      ...(assumed === undefined ? [] : [`Assumes the table \`${name}\` with ${listColumns(reads, spec)}: ${assumed}.`]),
    ],
  };
}

function listColumns(names: readonly string[], spec: Readonly<Record<string, ColumnType>>): string {
  return names.map((name) => `\`${name}\` (${printType(spec[name] ?? 'text')})`).join(', ');
}

function printType(type: ColumnType): string {
  return typeof type === 'string' ? type : type.join(' or ');
}

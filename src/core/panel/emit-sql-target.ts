import type { DataSourceRef } from '@grafana/grafana-foundation-sdk/common';
import type { AnySqlQuery } from '../sql/sql-query.js';

/** A query in SQL as Grafana reads it. */
export interface EmittedSqlTarget {
  readonly datasource: DataSourceRef;
  readonly editorMode: 'code';
  readonly format: 'time_series' | 'table';
  readonly rawQuery: true;
  readonly rawSql: string;
  readonly refId: string;
}

/**
 * A query in SQL as Grafana's PostgreSQL datasource reads it.
 *
 * @param id its ref id
 */
export function emitSqlTarget(query: AnySqlQuery, id: string, datasource: DataSourceRef): EmittedSqlTarget {
  return {
    datasource,
    editorMode: 'code',
    format: query.node.perInterval ? 'time_series' : 'table',
    rawQuery: true,
    rawSql: query.text,
    refId: id,
  };
}

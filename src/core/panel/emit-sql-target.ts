import type { JsonObject } from '../model/json.js';
import type { AnySqlQuery } from '../sql/sql-query.js';
import type { DatasourceRef } from './context.js';

/**
 * A query in SQL as Grafana's PostgreSQL datasource reads it.
 *
 * @param id its ref id
 */
export function emitSqlTarget(query: AnySqlQuery, id: string, datasource: DatasourceRef): JsonObject {
  return {
    datasource,
    editorMode: 'code',
    format: query.node.perInterval ? 'time_series' : 'table',
    rawQuery: true,
    rawSql: query.text,
    refId: id,
  };
}

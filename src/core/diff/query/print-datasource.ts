import type { DatasourceUse } from '../../document/read-dashboard.js';

/** A datasource as a file names it: by its uid, else by its type; undefined where it says nothing. */
export function printDatasource({ uid, type }: DatasourceUse): string | undefined {
  return uid ?? type;
}

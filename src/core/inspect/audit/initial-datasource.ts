import { matches, readGrafanaRegex } from '../../document/find/grafana-regex.js';
import type { ReadVariable } from '../../document/read-dashboard.js';
import type { QueryServers } from '../ask/servers.js';

/** The datasource that a drop-down of datasources has when a dashboard is opened, by a name that servers know. */
export function initialDatasource(variable: ReadVariable, servers: QueryServers): string | undefined {
  const { current, query = '', regex: written = '' } = variable;
  const [chosen = ''] = current;
  if (chosen !== '' && (servers.named(chosen) !== undefined || chosen !== 'default')) return chosen;
  if (query !== '' && !query.includes('prometheus')) return undefined;
  const regex = written === '' ? undefined : readGrafanaRegex(written);
  const offered = servers.all.filter(
    ({ datasource: { names } }) =>
      regex === undefined || 'reason' in regex || names.some((name) => matches(regex, name) === true),
  );
  const server = offered.find(({ datasource }) => datasource.isDefault) ?? offered[0];
  return server?.datasource.names[0];
}

import { matches, readGrafanaRegex } from '../../document/find/grafana-regex.js';
import type { ReadVariable } from '../../document/read-dashboard.js';
import type { QueryServer } from '../ask/server.js';
import type { QueryServers } from '../ask/servers.js';

/** The datasource that a drop-down of datasources has when a dashboard is opened, by a name that servers know. */
export function initialDatasource(variable: ReadVariable, servers: QueryServers): string | undefined {
  const [chosen = ''] = variable.current;
  if (chosen !== '' && (servers.named(chosen) !== undefined || chosen !== 'default')) return chosen;
  const offered = offeredDatasources(variable, servers);
  const server = offered.find(({ datasource }) => datasource.isDefault) ?? offered[0];
  return server?.datasource.names[0];
}

/** The servers that a drop-down of datasources lists: none where it lists those of another type. */
export function offeredDatasources(
  { query = '', regex: written = '' }: ReadVariable,
  servers: QueryServers,
): readonly QueryServer[] {
  if (query !== '' && !query.includes('prometheus')) return [];
  const regex = written === '' ? undefined : readGrafanaRegex(written);
  return servers.all.filter(
    ({ datasource: { names } }) =>
      regex === undefined || 'reason' in regex || names.some((name) => matches(regex, name) === true),
  );
}

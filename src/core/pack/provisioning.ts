import type { PostgresDatasource } from '../catalog/datasource.js';
import type { JsonObject } from '../model/json.js';
import type { Pack } from './pack.js';
import { serversOf } from './servers.js';

/** The file provider of a pack's dashboards: Grafana's folders are those of the files. */
export function dashboardProvider(pack: Pack): JsonObject {
  return {
    apiVersion: 1,
    providers: [
      {
        name: pack.title,
        orgId: 1,
        type: 'file',
        disableDeletion: false,
        allowUiUpdates: false,
        updateIntervalSeconds: 30,
        options: { path: pack.dashboardsPath, foldersFromFilesStructure: true },
      },
    ],
  };
}

/** The highest that Grafana tells apart: 12 and newer. */
const leastVersion = 1200;

/** The datasources of a pack. */
export function datasourceProvisioning(pack: Pack): JsonObject {
  const intervals = new Map(serversOf(pack).map(({ datasource, interval }) => [datasource.uid, interval]));
  return {
    apiVersion: 1,
    datasources: pack.datasources.map((datasource) => ({
      name: datasource.uid,
      uid: datasource.uid,
      type: datasource.type,
      access: 'proxy',
      url: datasource.url,
      isDefault: datasource.isDefault,
      editable: false,
      ...(datasource.type === 'prometheus'
        ? { jsonData: prometheusSettings(intervals.get(datasource.uid)) }
        : postgresSettings(datasource)),
    })),
  };
}

function prometheusSettings(interval: string | undefined): JsonObject {
  return { httpMethod: 'POST', prometheusType: 'Prometheus', timeInterval: interval };
}

/** Grafana fills in the password from its environment: the file never has it. */
function postgresSettings({ user, database, sslMode, passwordFrom }: PostgresDatasource): JsonObject {
  return {
    user,
    jsonData: { database, sslmode: sslMode, postgresVersion: leastVersion },
    secureJsonData: { password: `$${passwordFrom}` },
  };
}

import type { Datasource } from '../catalog/datasource.js';
import { durationSeconds } from '../promql/duration.js';
import type { JsonObject } from '../panel/merge.js';
import type { Pack } from './pack.js';

/** Grafana's own default where a datasource says nothing: `$__rate_interval` is then at least a minute. */
const defaultInterval = '15s';

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

/** The datasources of a pack. */
export function datasourceProvisioning(pack: Pack): JsonObject {
  return {
    apiVersion: 1,
    datasources: pack.datasources.map((datasource) => ({
      name: datasource.uid,
      uid: datasource.uid,
      type: 'prometheus',
      access: 'proxy',
      url: datasource.url,
      isDefault: datasource.isDefault,
      editable: false,
      jsonData: { httpMethod: 'POST', prometheusType: 'Prometheus', timeInterval: timeInterval(datasource, pack) },
    })),
  };
}

/** The longest interval at which the server scrapes one of the pack's producers: a window of four holds for them all. */
function timeInterval(datasource: Datasource, pack: Pack): string {
  const roles = new Set(
    Object.entries(pack.bindings).flatMap(([role, bound]) => (bound.uid === datasource.uid ? [role] : [])),
  );
  const intervals = pack.producers
    .filter((producer) => producer.scrapedBy.some((role) => roles.has(role)))
    .map((producer) => producer.scrapeInterval)
    .toSorted((a, b) => (durationSeconds(b) ?? 0) - (durationSeconds(a) ?? 0));
  return intervals[0] ?? defaultInterval;
}

import { prometheusAt } from '../../../live/prometheus/prometheus.js';
import type { Transport } from '../../../live/transport.js';
import { durationSeconds } from '../../../promql/duration.js';
import type { QueryDatasource } from '../../ask/server.js';
import type { LiveServer } from './live-server.js';

/** A server as the audit asks it. */
export function auditDatasource({ server, title }: LiveServer, transport: Transport): QueryDatasource {
  const { uid, isDefault } = server.datasource;
  return {
    title,
    names: [uid],
    roles: server.roles,
    isDefault,
    isOnly: false,
    scrapeInterval: durationSeconds(server.interval) ?? 15,
    prometheus: prometheusAt(transport),
  };
}

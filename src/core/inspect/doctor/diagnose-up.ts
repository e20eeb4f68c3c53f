import type { Lookup } from '../../promql/analyze/lookup.js';
import { quote } from '../../promql/quote.js';
import { QueryServer } from '../ask/server.js';
import { targetCause } from '../cause/target-cause.js';
import { failed, passed, skipped, type GateResult } from '../gates/gate-result.js';
import { look } from '../gates/look.js';
import { auditDatasource } from '../gates/live/audit-datasource.js';
import type { LiveServer } from '../gates/live/live-server.js';
import type { DoctorSettings } from './settings.js';

/** A diagnosis: each server scrapes each of its jobs: `up`. */
export function diagnoseUp(
  { servers, clock }: DoctorSettings,
  answering: readonly LiveServer[],
  lookup: Lookup,
): Promise<readonly GateResult[]> {
  return Promise.all(
    servers.flatMap((live) =>
      live.server.producers.map(async (producer): Promise<GateResult> => {
        const { uid } = live.server.datasource;
        const { job, runbook } = producer;
        const about = { check: 'up', subject: `${uid}/${job}` };
        if (!answering.includes(live))
          return { ...about, ...skipped(`${live.title} is not ready`, `see ready ${uid} above`) };
        return look(about, live.transport, async (noted) => {
          const server = new QueryServer(auditDatasource(live, noted));
          const now = clock.now() / 1000;
          const question = { expr: 'up', range: { start: now, end: now } };
          const cause = await targetCause(job, true, { server, others: [], lookup, question });
          if (cause === undefined) {
            const up = await server.ask({ ...question, expr: `up{job=${quote(job)}}` });
            // A server that has just started has not scraped anything yet.
            if (up.status === 'data') return passed(`${live.title} scrapes it`);
            return failed(
              `${live.title} has scraped nothing`,
              'wait for a scrape; see that it loads the prometheus.yml that was built',
            );
          }
          return failed(cause.sentence, cause.kind === 'target-down' ? (runbook?.down ?? cause.next) : cause.next);
        });
      }),
    ),
  );
}

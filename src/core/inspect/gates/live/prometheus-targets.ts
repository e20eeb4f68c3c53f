import { fetchTargets, type ScrapeTarget } from '../../../live/prometheus/targets.js';
import { failed, passed, type GateResult, type Found } from '../gate-result.js';
import { counted } from '../../../pack/page/markdown.js';
import { look } from '../look.js';
import type { LiveServer } from './live-server.js';
import { whenReady, type WarmUp } from './warm-up.js';

/** Gates: a Prometheus scrapes every producer that it should, one gate for each job. */
export function checkPrometheusTargets(
  { server, transport, title }: LiveServer,
  warmUp: WarmUp,
): Promise<readonly GateResult[]> {
  const { uid } = server.datasource;
  const itself = server.datasource.scrapesItself ? [{ job: 'prometheus', runbook: undefined }] : [];
  return Promise.all(
    [...server.producers, ...itself].map(({ job, runbook }) =>
      whenReady(warmUp, () =>
        look({ check: 'prometheus.target', subject: `${uid}/${job}` }, transport, async (noted) => {
          const targets = (await fetchTargets(noted)).filter((target) => target.job === job);
          const next = runbook?.down ?? `start the producer of ${job}, and see that ${uid} reaches it`;
          return judge(targets, `${title} does not scrape the job ${job}`, next);
        }),
      ),
    ),
  );
}

function judge(targets: readonly ScrapeTarget[], nobody: string, next: string): Found {
  if (targets.length === 0)
    return failed(nobody, 'see that it loads the prometheus.yml that was built, then restart it');
  const problems = targets
    .filter(({ health }) => health !== 'up')
    .map(({ scrapeUrl, health, lastError }) => `${scrapeUrl} is ${health}${lastError === '' ? '' : `: ${lastError}`}`);
  if (problems.length > 0)
    return failed(`${problems.length} of ${counted(targets.length, 'target')} not up`, next, problems);
  return passed(`up: ${targets.map(({ scrapeUrl }) => scrapeUrl).join(', ')}`);
}

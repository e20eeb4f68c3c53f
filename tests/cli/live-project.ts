import { setTimeout } from 'node:timers/promises';
import { freePort, startScraping } from '../servers/scraping.js';
import { createProject, type Project } from './project.js';

/** A project whose servers and producers are on free ports of this machine. */
export interface LiveProject {
  readonly project: Project;
  readonly ports: Readonly<Record<'local' | 'edge' | 'web' | 'feed' | 'grafana', number>>;
  /** Starts the Prometheus of a datasource with the configuration that was built for it. */
  startServer(uid: 'prom_local' | 'prom_edge'): Promise<void>;
  /** Waits until a query on a server has a result. */
  until(uid: 'prom_local' | 'prom_edge', expr: string): Promise<void>;
}

/** What `web` serves while it is well. */
export const webPage = `# TYPE web_requests_total counter
web_requests_total{route="/",status="2xx"} 12
web_requests_total{route="/",status="5xx"} 1
# TYPE web_in_flight gauge
web_in_flight 3
`;

/** What `feed` serves while it is well. */
export const feedPage = `# TYPE feed_events_total counter
feed_events_total 7
`;

/** Writes and builds a project with two servers, `prom_local` with a rule and `prom_edge`, and two producers. */
export async function createLiveProject(): Promise<LiveProject> {
  const [local = 0, edge = 0, web = 0, feed = 0, grafana = 0] = await Promise.all(Array.from({ length: 5 }, freePort));
  const project = createProject({
    'catalog.ts': catalog({ local, edge, web, feed }),
    'pack.ts': pack,
    'dashboards/web.ts': dashboard,
    'rules.ts': rules,
  });
  project.edit('pack.ts', 'GRAFANA', String(grafana));
  project.edit('pack.ts', 'PORT', String(local));
  const built = await project.run(['build', '--no-type-check']);
  if (built.code !== 0) throw new Error(`it does not build:\n${built.stdout}${built.stderr}`);
  const ports = { local, edge, web, feed, grafana };
  const portOf = (uid: 'prom_local' | 'prom_edge'): number => (uid === 'prom_local' ? local : edge);
  return {
    project,
    ports,
    startServer: (uid) => startScraping(`${project.folder}/generated/team/prometheus/${uid}`, portOf(uid)),
    async until(uid, expr) {
      const url = `http://127.0.0.1:${portOf(uid)}/api/v1/query?query=${encodeURIComponent(expr)}`;
      for (let tries = 0; tries < 300; tries += 1) {
        const { data } = (await (await fetch(url)).json()) as {
          readonly data: { readonly result: readonly unknown[] };
        };
        if (data.result.length > 0) return;
        await setTimeout(100);
      }
      throw new Error(`${uid} never had ${expr}`);
    },
  };
}

function catalog({ local, edge, web, feed }: Readonly<Record<'local' | 'edge' | 'web' | 'feed', number>>): string {
  return `import { anyValue, counter, datasource, eq, gauge, gt, and, producer, role, universal, type Alive } from 'dashpack';

export const LOCAL = role('LOCAL', { pinned: true });
export const EDGE = role('EDGE');
export const prometheus = datasource('prom_local', { url: 'http://host.docker.internal:${local}', isDefault: true });
export const edge = datasource('prom_edge', { url: 'http://127.0.0.1:${edge}' });
export const up = universal('up', 'gauge', { help: '1 while the scrape succeeds.', unit: 'bool' });

export const web = producer('web', {
  port: ${web},
  scrapedBy: [LOCAL],
  scrapeInterval: '1s',
  alive: () => eq(up.on(LOCAL)({ job: 'web' }), 1),
  runbook: { down: 'start the web app', silent: 'give the web app its metrics library' },
});

export const feed = producer('feed', {
  port: ${feed},
  scrapedBy: [EDGE],
  scrapeInterval: '1s',
  alive: (): Alive => and(eq(up.on(EDGE)({ job: 'feed' }), 1), gt(events(), 0), { on: ['job', 'instance'] }),
  runbook: { down: 'start the feed exporter', silent: 'the events file is empty' },
  reads: { env: 'FEED_EVENTS' },
});

export const requests = counter('web_requests_total', {
  owner: LOCAL,
  producer: web,
  help: 'Requests served.',
  unit: 'requests',
  labels: { route: anyValue('/'), status: ['2xx', '5xx'] },
});
export const inFlight = gauge('web_in_flight', { owner: LOCAL, producer: web, help: 'Requests being served.' });
export const events = counter('feed_events_total', { owner: EDGE, producer: feed, help: 'Events seen.' });
export const heartbeat = gauge('feed_heartbeat', { owner: EDGE, producer: feed, help: '1 while the exporter lives.' });
`;
}

const pack = `import { pack, stack } from 'dashpack';
import * as catalog from './catalog.js';
import { webAlerts } from './rules.js';

export const team = pack({
  name: 'team',
  title: 'Team',
  roles: [catalog.LOCAL, catalog.EDGE],
  datasources: [catalog.prometheus, catalog.edge],
  bindings: { LOCAL: catalog.prometheus, EDGE: catalog.edge },
  producers: [catalog.web, catalog.feed],
  metrics: [catalog],
  rules: [webAlerts],
  targetHost: '127.0.0.1',
  stacks: [stack('local', { about: 'Local.', reach: 'host', grafana: { port: GRAFANA }, servers: { prom_local: { port: PORT } } })],
  dashboards: [() => import('./dashboards/web.js'), () => import('./dashboards/health.js')],
});
`;

const rules = `import { alert, alertTest, eq, firesAt, hold, ruleFile, series, silentUntil } from 'dashpack';
import { LOCAL, up } from './catalog.js';

const down = { job: 'web', instance: 'a:1' } as const;
const webDown = alert('WebDown', {
  when: eq(up.on(LOCAL)({ job: 'web' }), 0),
  for: '90s',
  severity: 'critical',
  summary: 'The web app is down',
  description: 'Look whether it runs.',
  runbook: 'https://example.org/runbook',
  tests: [
    alertTest('fires', [series(up.on(LOCAL)(down), hold(0))], [firesAt('2m', down)]),
    alertTest('is silent', [series(up.on(LOCAL)(down), hold(1))], [silentUntil('10m')]),
  ],
});
export const webAlerts = ruleFile('web_alerts.yml', { role: LOCAL, groups: { web: [webDown] } });
`;

const dashboard = `import { dashboard, dashboardRef, rate, row, stat, sum, timeseries } from 'dashpack';
import { events, inFlight, requests } from '../catalog.js';

export default dashboard(dashboardRef({ uid: 'web', title: 'Web', folder: 'http' }), {
  rows: {
    traffic: row('Traffic', {
      rate: timeseries('Requests by route', {
        query: sum(rate(requests({ status: '2xx' })), { by: ['route'] }),
        legend: '{{route}}',
      }),
      inFlight: stat('In flight', { query: sum(inFlight()) }),
    }),
    feed: row('Feed', { events: stat('Events', { query: sum(rate(events())) }) }),
  },
});
`;

import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemHealth } from '../../src/dashboards/peak-trade/refs.js';
import { startPrometheus, type PrometheusServer } from '../servers/prometheus.js';
import { allPanels, builtPack } from './built-pack.js';

const { dashboards } = await builtPack();
const panels = allPanels(
  dashboards.find(({ uid }) => uid === systemHealth.uid)?.json ?? { uid: '', panels: [], templating: { list: [] } },
);

const end = 1_700_000_000;
const every = 5;

let server: PrometheusServer;
beforeAll(async () => {
  server = await startPrometheus(samples());
});
afterAll(() => server?.stop());

/** What a panel shows at the end of the samples, by job. */
async function shown(title: string): Promise<Readonly<Record<string, number>>> {
  const expr = panels.find((panel) => panel.title === title)?.targets?.[0]?.expr ?? '';
  const answer = await server.query(expr, end + 1);
  if ('error' in answer) throw new Error(`${expr}: ${answer.error}`);
  return Object.fromEntries(answer.series.map(({ labels, value }) => [labels['job'], Number(value)]));
}

test('samples in a second: of all instances of a job, and steady where they are steady', async () => {
  expect(await shown('Scrape samples scraped (rate) — local')).toEqual({
    web: expect.closeTo((100 + 200) / every, 6),
    shadow: expect.closeTo(30 / every, 6),
  });
});

test('the duration that 95 % of the scrapes stay below, of the slowest instance', async () => {
  expect(await shown('Scrape duration (p95) — local')).toEqual({ web: 0.5, shadow: 0.01 });
});

/** Ten minutes of scrapes: one instance of `web` is slow in a tenth of them. */
function samples(): string {
  const targets = [
    { labels: 'job="web",instance="web-1"', size: 100, isSlow: (scrape: number) => scrape % 10 === 0 },
    { labels: 'job="web",instance="web-2"', size: 200, isSlow: () => false },
    { labels: 'job="shadow",instance="shadow"', size: 30, isSlow: () => false },
  ];
  const lines = (
    name: string,
    value: (target: (typeof targets)[number], scrape: number) => number,
  ): readonly string[] =>
    targets.flatMap((target) =>
      Array.from({ length: 120 }, (_, scrape) => {
        const at = end - (119 - scrape) * every;
        return `${name}{${target.labels}} ${value(target, scrape)} ${at}`;
      }),
    );
  return [
    ...lines('scrape_samples_scraped', ({ size }) => size),
    ...lines('scrape_duration_seconds', ({ isSlow }, scrape) => (isSlow(scrape) ? 0.5 : 0.01)),
    '# EOF',
    '',
  ].join('\n');
}

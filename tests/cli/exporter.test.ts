import type { ChildProcess } from 'node:child_process';
import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { freePort, startPrometheus } from '../servers/prometheus.js';
import { promtool } from '../servers/promtool.js';
import { createProject, startDashpack, type Result } from './project.js';

const repository = join(import.meta.dirname, '../..');

interface Running {
  readonly child: ChildProcess;
  readonly result: Promise<Result>;
  readonly port: number;
  readonly events: string;
  readonly page: () => Promise<string>;
  /** Waits until a series has a value, and returns it as it is after half a minute. */
  readonly value: (series: string, expected: number) => Promise<number | undefined>;
}

function newFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'dashpack-exporter-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Starts the exporter of this repository's pack, and waits until it serves its page. */
async function start(
  args: readonly string[] = [],
  prepare: (events: string) => void = () => undefined,
): Promise<Running> {
  const events = join(newFolder(), 'events.jsonl');
  prepare(events);
  const port = await freePort();
  const env = {
    PEAK_TRADE_AI_EVENTS_JSONL: events,
    PEAK_TRADE_AI_EXPORTER_PORT: String(port),
    PEAK_TRADE_AI_RUN_ID: 'demo',
  };
  const { child, result } = startDashpack(['exporter', 'ai-live', ...args], repository, env);
  onTestFinished(() => void child.kill('SIGKILL'));
  const page = async (): Promise<string> => (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  const until = Date.now() + 30_000;
  while (Date.now() < until && (await page().catch(() => '')) === '') await setTimeout(50);
  const read = (text: string, series: string): number | undefined => {
    const line = text.split('\n').find((each) => each.startsWith(`${series} `));
    return line === undefined ? undefined : Number(line.slice(series.length));
  };
  return {
    child,
    result,
    port,
    events,
    page,
    async value(series, expected) {
      const end = Date.now() + 30_000;
      let found = read(await page(), series);
      while (found !== expected && Date.now() < end) {
        await setTimeout(50);
        found = read(await page(), series);
      }
      return found;
    },
  };
}

const event = (n: number): string =>
  `${JSON.stringify({ v: 1, event: 'decision', decision: 'accept', run_id: 'demo', latency_ms: n })}\n`;
const decisions =
  'peaktrade_ai_decisions_total{component="execution_watch",run_id="demo",decision="accept",reason="none"}';

test('events in, metrics out: what emit appends is on the page, and a signal ends it well', async () => {
  const { child, result, events, value, page } = await start();
  expect(await page()).toContain('peaktrade_ai_live_heartbeat{component="execution_watch",run_id="demo"} 1\n');
  const emitted = await startDashpack(
    ['exporter', 'ai-live', 'emit', '--out', events, '--n', '7', '--interval-ms', '5'],
    repository,
  ).result;
  expect(emitted).toMatchObject({ code: 0, stdout: `Appended 7 events to ${events}.\n` });
  expect(await value(decisions, 3)).toBe(3);
  child.kill('SIGTERM');
  const { code, stdout, stderr } = await result;
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  expect(stderr).toContain('ai_live: ended after 7 lines, 0 rotations and 0 truncations\n');
});

test('what the file had before is counted, and with --from end it is not', async () => {
  const prepare = (events: string): void => writeFileSync(events, event(1).repeat(3));
  const whole = await start([], prepare);
  expect(await whole.value(decisions, 3)).toBe(3);
  const end = await start(['--from', 'end'], prepare);
  expect(await end.value('dashpack_exporter_file_readable', 1)).toBe(1);
  appendFileSync(end.events, event(1));
  expect(await end.value(decisions, 1)).toBe(1);
});

test('rotation, a copy that is cut, truncation, a missing file and a folder in its place lose nothing', async () => {
  const { events, value, result, child } = await start();
  let added = 0;
  const add = (): void => appendFileSync(events, event((added += 1)));
  add();
  expect(await value(decisions, 1)).toBe(1);
  add();
  renameSync(events, `${events}.1`);
  add();
  expect(await value(decisions, 3)).toBe(3);
  add();
  copyFileSync(events, `${events}.2`);
  truncateSync(events);
  add();
  expect(await value(decisions, 5)).toBe(5);
  rmSync(events);
  mkdirSync(events);
  expect(await value('dashpack_exporter_file_readable', 0)).toBe(0);
  rmSync(events, { recursive: true });
  add();
  expect(await value(decisions, 6)).toBe(6);
  expect(await value('dashpack_exporter_rotations_total', 2)).toBe(2);
  child.kill('SIGINT');
  const { code, stderr } = await result;
  expect(code).toBe(0);
  // Between the file and the folder there is a moment without either, and what is seen first is said.
  expect(stderr).toMatch(/is not read: .+; the heartbeat goes on\n/);
});

test(
  'a burst of 100 MB is read whole, in little memory, and the page answers meanwhile',
  { timeout: 120_000 },
  async () => {
    const { child, events, page, value } = await start();
    const lines = 500_000;
    const padded = event(1).replace('"v":1', `"v":1,"pad":"${'x'.repeat(120)}"`);
    for (let index = 0; index < 10; index += 1) appendFileSync(events, padded.repeat(lines / 10));
    let meanwhile = 0;
    while (!(await page()).includes(`dashpack_exporter_lines_total ${lines}\n`)) meanwhile += 1;
    expect(await value(decisions, lines)).toBe(lines);
    expect(meanwhile).toBeGreaterThan(0);
    expect(memoryOf(child)).toBeLessThan(300);
  },
);

test('Prometheus scrapes it, and promtool has nothing against its page but a name that the contract fixes', async () => {
  const { events, port, page, value } = await start();
  appendFileSync(events, event(85));
  expect(await value(decisions, 1)).toBe(1);
  expect(
    promtool(['check', 'metrics'], '.', await page())
      .printed.trim()
      .split('\n'),
  ).toEqual(['peaktrade_ai_decision_latency_ms metric names should not contain abbreviated units']);
  const job = { job_name: 'ai_live', scrape_interval: '1s', static_configs: [{ targets: [`127.0.0.1:${port}`] }] };
  const prometheus = await startPrometheus('# EOF\n', { config: JSON.stringify({ scrape_configs: [job] }) });
  onTestFinished(() => prometheus.stop());
  const expressions = ['up{job="ai_live"}', decisions, 'peaktrade_ai_decision_latency_ms_bucket{le="100"}'];
  const until = Date.now() + 30_000;
  let values: readonly (string | undefined)[] = [];
  while (values[0] !== '1' && Date.now() < until) {
    await setTimeout(200);
    const answers = await prometheus.queryAll(expressions, Date.now() / 1000);
    values = answers.map((answer) => ('series' in answer ? answer.series[0]?.value : answer.error));
  }
  expect(values).toEqual(['1', '1', '1']);
});

test('a smoke test says of each series whether it grew as it must', async () => {
  const port = String(await freePort());
  const { code, stdout, stderr } = await startDashpack(['exporter', 'ai-live', 'smoke'], repository, {
    PEAK_TRADE_AI_EXPORTER_PORT: port,
  }).result;
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(
    stdout
      .trim()
      .split('\n')
      .map((line) => line.split(' ')[0]),
  ).toEqual([...Array.from({ length: 12 }, () => 'PASS'), '12']);
});

describe('a project with an exporter that counts wrongly', () => {
  const exporterFile = `import { exporter, grows } from 'dashpack/exporter';
import { requests, web } from './catalog.js';

export default exporter({
  producer: web, metrics: [requests], heartbeat: [], boundedLabels: [], environment: { events: 'EVENTS', port: 'PORT' },
  start: (updates) => ({
    line: () => updates.add(requests, { route: '/', status: '2xx' }, 2),
    tooLong: () => undefined,
  }),
  sampleRunId: 'r', sample: ({ index, runId }) => ({ index, runId }),
  smoke: () => ({ lines: ['a', 'b'], expected: [grows(requests, { route: '/', status: '2xx' }, 2)] }),
});
`;
  const project = () => {
    const created = createProject({ 'web-exporter.ts': exporterFile });
    created.edit('pack.ts', '  dashboards:', "  exporters: { web: () => import('./web-exporter.js') },\n  dashboards:");
    return created;
  };

  test('fails its smoke test, and says by how much', async () => {
    const { code, stdout } = await project().run(['exporter', 'web', 'smoke'], {
      env: { PORT: String(await freePort()) },
    });
    expect({ code, stdout }).toEqual({
      code: 1,
      stdout: expect.stringMatching(
        /^FAIL web_requests_total\{route="\/",status="2xx"\} \+2, but \+4\n0 of 1 series grew as they must, on http:\/\/127\.0\.0\.1:\d+\/metrics\.\n$/,
      ),
    });
  });

  test.each([
    [
      ['exporter', 'wep'],
      {},
      2,
      'there is no exporter "wep": did you mean "web"?\n  next: run one that there is: dashpack exporter web\n',
    ],
    [
      ['exporter', 'web'],
      {},
      2,
      'EVENTS is not set: it names the events file\n  next: export EVENTS="logs/events.jsonl"\n',
    ],
    [
      ['exporter', 'web', 'emit'],
      {},
      2,
      'EVENTS is not set: it names the events file\n  next: export EVENTS="logs/events.jsonl"\n',
    ],
    [
      ['exporter', 'web'],
      { EVENTS: 'e', PORT: '70000' },
      2,
      'PORT is not a port: "70000"\n  next: unset it: the port is then 8000\n',
    ],
    [
      ['exporter', 'web', '--listen', '192.0.2.1'],
      { EVENTS: 'e' },
      3,
      'web cannot listen on 192.0.2.1:8000 (EADDRNOTAVAIL)\n  next: name an address of this machine\n',
    ],
    [
      ['exporter', 'web', 'emit', '--out', 'pack.ts/events'],
      {},
      2,
      expect.stringMatching(
        /^sample events cannot be appended to \/.*\/pack\.ts\/events \(E\w+\)\n {2}next: name another file with --out\n$/,
      ),
    ],
  ])('%j with %j exits with %i', async (args, env, code, stderr) => {
    expect(await project().run(args, { env })).toMatchObject({ code, stdout: '', stderr });
  });

  test('a port that is taken is named with who holds it, and no other port is used', async () => {
    const { port, child } = await start();
    const { code, stderr } = await project().run(['exporter', 'web'], { env: { EVENTS: 'e', PORT: String(port) } });
    expect({ code, stderr }).toEqual({
      code: 3,
      stderr: expect.stringMatching(
        new RegExp(
          `^127\\.0\\.0\\.1:${port}, the port of web, is taken by node .*dashpack\\.js \\(process ${child.pid}\\)\n`,
        ),
      ),
    });
  });
});

test('sample events hold nothing random', async () => {
  const file = join(newFolder(), 'logs/ai/events.jsonl');
  const args = ['exporter', 'ai-live', 'emit', '--out', file, '--n', '4', '--interval-ms', '0', '--run-id', 'r7'];
  for (let turn = 0; turn < 2; turn += 1) expect((await startDashpack(args, repository).result).code).toBe(0);
  const [first, second] = [0, 4].map((from) =>
    readLines(file)
      .slice(from, from + 4)
      .map(({ ts_utc: _time, ...rest }) => rest),
  );
  expect(first).toHaveLength(4);
  expect(second).toEqual(first);
});

/** The objects of a file with one a line. */
function readLines(file: string): readonly Readonly<Record<string, unknown>>[] {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
}

/** The most memory that a process has had, in MiB. */
function memoryOf({ pid = 0 }: ChildProcess): number {
  const [, kibibytes] = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kibibytes) / 1024;
}

import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { installed, type Servers } from './versions.js';

/** One series of an answer: its labels, `__name__` included, and its value as text. */
export interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: string;
}

/** What a server answers: series (a scalar is one without labels), or why it cannot. */
export type Answer = { readonly series: readonly Sample[] } | { readonly error: string };

/** A real Prometheus on 127.0.0.1 that has the samples of a test and scrapes nothing. */
export interface PrometheusServer {
  readonly url: string;
  /** Asks an instant query. `time`: a Unix time in seconds. */
  query(expr: string, time: number): Promise<Answer>;
  /** Asks several, four at a time, in their order. */
  queryAll(exprs: readonly string[], time: number): Promise<readonly Answer[]>;
  /** Ends the process and removes its folder. */
  stop(): Promise<void>;
}

const longest = 600;
const readyWithin = 30_000;
const atOnce = 4;

/**
 * Starts a Prometheus with samples in the OpenMetrics format, with timestamps. It ends with `stop`, with this process, or
 * after ten minutes.
 *
 * @param config its configuration, for one that scrapes; default: it scrapes nothing
 * @param servers the version; default: the one that is installed
 * @throws where Debian's package `prometheus` is missing, saying how to install it
 */
export async function startPrometheus(
  openMetrics: string,
  { config = 'global: {}\n', servers = installed }: { readonly config?: string; readonly servers?: Servers } = {},
): Promise<PrometheusServer> {
  assertInstalled(servers);
  const folder = mkdtempSync(join(tmpdir(), 'dashpack-prometheus-'));
  writeFileSync(join(folder, 'samples.txt'), openMetrics);
  writeFileSync(join(folder, 'prometheus.yml'), config);
  execFileSync(servers.promtool, ['tsdb', 'create-blocks-from', 'openmetrics', 'samples.txt', 'data'], {
    cwd: folder,
    stdio: 'pipe',
  });
  const address = `127.0.0.1:${await freePort()}`;
  const child = spawn(
    'timeout',
    [
      String(longest),
      servers.prometheus,
      '--config.file=prometheus.yml',
      '--storage.tsdb.path=data',
      '--storage.tsdb.retention.time=100y',
      `--web.listen-address=${address}`,
      '--log.level=error',
    ],
    { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const kill = (): boolean => child.kill();
  process.once('exit', kill);
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = once(child, 'exit');
  const url = `http://${address}`;
  const stop = async (): Promise<void> => {
    process.off('exit', kill);
    kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await waitUntilReady(url, child);
  } catch (error) {
    await stop();
    throw new Error(`prometheus did not start: ${said}`, { cause: error });
  }
  const query = (expr: string, time: number): Promise<Answer> => ask(url, expr, time);
  return { url, query, queryAll: (exprs, time) => inTurns(exprs, (expr) => query(expr, time)), stop };
}

function assertInstalled({ prometheus, promtool }: Servers): void {
  for (const command of [prometheus, promtool]) {
    if (spawnSync(command, ['--version']).error === undefined) continue;
    throw new Error(
      `${command} is not installed: apt-get update && apt-get install -y prometheus (and stop its service)`,
    );
  }
}

/** A port of 127.0.0.1 on which nobody listens. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

async function waitUntilReady(url: string, child: ChildProcess): Promise<void> {
  const until = Date.now() + readyWithin;
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`it ended with code ${child.exitCode}`);
    const response = await fetch(`${url}/-/ready`).catch(() => undefined);
    if (response?.ok === true) return;
    await setTimeout(50);
  }
  throw new Error(`it was not ready within ${readyWithin} ms`);
}

interface Reply {
  readonly status: string;
  readonly error?: string;
  readonly data?:
    | {
        readonly resultType: 'vector';
        readonly result: readonly { metric: Record<string, string>; value: [number, string] }[];
      }
    | { readonly resultType: 'scalar'; readonly result: [number, string] };
}

async function ask(url: string, expr: string, time: number): Promise<Answer> {
  const body = new URLSearchParams({ query: expr, time: String(time) });
  const response = await fetch(`${url}/api/v1/query`, { method: 'POST', body });
  const { error, data } = (await response.json()) as Reply;
  if (data === undefined) return { error: error ?? `HTTP ${response.status}` };
  if (data.resultType === 'scalar') return { series: [{ labels: {}, value: data.result[1] }] };
  return { series: data.result.map(({ metric, value }) => ({ labels: metric, value: value[1] })) };
}

async function inTurns<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) results[index] = await work(items[index] as T);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { freePort } from './prometheus.js';
import { installed } from './versions.js';

/** A real VictoriaMetrics on 127.0.0.1 that has the samples of a test. */
export interface VictoriaMetricsServer {
  readonly url: string;
  /** Ends the process and removes its folder. */
  stop(): Promise<void>;
}

const longest = 600;
const readyWithin = 30_000;

/**
 * Starts a VictoriaMetrics with samples in the OpenMetrics format, with timestamps. It ends with `stop`, with this
 * process, or after ten minutes.
 *
 * @throws where Debian's package `victoria-metrics` is missing, saying how to install it
 */
export async function startVictoriaMetrics(
  openMetrics: string,
  { servers = installed } = {},
): Promise<VictoriaMetricsServer> {
  if (spawnSync(servers.victoriaMetrics, ['--version']).error !== undefined) {
    throw new Error(
      'victoria-metrics is not installed: apt-get update && apt-get install -y victoria-metrics (and stop its service)',
    );
  }
  const folder = mkdtempSync(join(tmpdir(), 'dashpack-victoria-'));
  const address = `127.0.0.1:${await freePort()}`;
  const flags = [
    `-storageDataPath=${folder}`,
    `-httpListenAddr=${address}`,
    '-retentionPeriod=100y',
    '-search.latencyOffset=0s', // what was just written is asked for at once
    '-search.disableCache',
    '-loggerLevel=ERROR',
  ];
  const child = spawn('timeout', [String(longest), servers.victoriaMetrics, ...flags], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
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
    await waitUntilReady(url, () => child.exitCode);
    await importSamples(url, openMetrics);
  } catch (error) {
    await stop();
    throw new Error(`victoria-metrics did not start: ${said}`, { cause: error });
  }
  return { url, stop };
}

async function waitUntilReady(url: string, exitCode: () => number | null): Promise<void> {
  const until = Date.now() + readyWithin;
  while (Date.now() < until) {
    if (exitCode() !== null) throw new Error(`it ended with code ${exitCode()}`);
    const response = await fetch(`${url}/health`).catch(() => undefined);
    if (response?.ok === true) return;
    await setTimeout(50);
  }
  throw new Error(`it was not ready within ${readyWithin} ms`);
}

/** OpenMetrics counts time in seconds, the format that VictoriaMetrics reads in milliseconds. */
async function importSamples(url: string, openMetrics: string): Promise<void> {
  const lines = openMetrics.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const body = lines
    .map((line) => line.replace(/ (\S+)$/, (_all, time: string) => ` ${Number(time) * 1000}`))
    .join('\n');
  const response = await fetch(`${url}/api/v1/import/prometheus`, { method: 'POST', body });
  if (!response.ok) throw new Error(`it took no samples: HTTP ${response.status}`);
  await fetch(`${url}/internal/force_flush`);
}

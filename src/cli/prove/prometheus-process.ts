import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { PrometheusPrograms } from './programs.js';

/** A Prometheus on 127.0.0.1 that scrapes nothing. */
export interface PrometheusProcess {
  readonly url: string;
  stop(): Promise<void>;
}

/** In milliseconds. */
const startsWithin = 60_000;

/** The shell ends Prometheus when nobody holds the other end of its input any more: also when this process was killed. */
const guard = 'exec 3<&0; "$@" & pid=$!; (cat <&3 >/dev/null; kill "$pid" 2>/dev/null) & wait "$pid"';

/**
 * Starts a Prometheus on the blocks in `data` of a folder, with rule files that it loads.
 *
 * @param rules the names of files in the folder
 * @throws Error where it does not start, with what it said
 */
export async function startPrometheus(
  { prometheus }: PrometheusPrograms,
  folder: string,
  rules: readonly string[],
): Promise<PrometheusProcess> {
  // What is loaded is seen in the API, and evaluated in a present that no question is about.
  const config = { global: { evaluation_interval: '1h' }, rule_files: rules };
  writeFileSync(join(folder, 'prometheus.yml'), JSON.stringify(config));
  const options = [
    '--config.file=prometheus.yml',
    '--storage.tsdb.path=data',
    '--storage.tsdb.retention.time=100y',
    '--web.listen-address=127.0.0.1:0',
    '--query.lookback-delta=5m',
    '--log.level=info',
  ];
  const child = spawn('sh', ['-c', guard, 'sh', prometheus, ...options], {
    cwd: folder,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  const ended = once(child, 'exit').catch(() => undefined); // it never began
  child.stdin.on('error', () => undefined); // it has ended by itself
  const stop = async (): Promise<void> => {
    child.stdin.end();
    await ended;
  };
  let said = '';
  let isSettled = false;
  const address = await new Promise<string | undefined>((resolve) => {
    const late = setTimeout(() => resolve(undefined), startsWithin);
    const settle = (found: string | undefined): void => {
      isSettled = true;
      clearTimeout(late);
      resolve(found);
    };
    child.on('exit', () => settle(undefined));
    child.on('error', () => settle(undefined));
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      if (isSettled) return; // what it says later fills no memory
      said += text;
      const found = listening.exec(said)?.[1]; // said before or after that it is ready
      if (found !== undefined && said.includes(readySentence)) settle(found);
    });
  });
  if (address !== undefined) return { url: `http://${address}`, stop };
  await stop();
  throw new Error(`prometheus did not start: ${said.slice(-2000)}`);
}

const readySentence = 'Server is ready to receive web requests';
const listening = /msg="Listening on".* address=(127\.0\.0\.1:\d+)/;

/**
 * Makes blocks in `data` of a folder from a file in the OpenMetrics format.
 *
 * @throws Error where promtool refuses it, with what it said
 */
export async function createBlocks({ promtool }: PrometheusPrograms, folder: string, file: string): Promise<void> {
  const options = ['tsdb', 'create-blocks-from', '--max-block-duration=18h', 'openmetrics', file, 'data'];
  await promisify(execFile)(promtool, options, { cwd: folder });
}

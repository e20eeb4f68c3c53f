import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { onTestFinished } from 'vitest';

const longest = 300;

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

/**
 * Starts a real Prometheus on a port, with the configuration of a folder, in which `prometheus.yml` stands. It scrapes
 * what that says, and ends with the test.
 *
 * @throws where Debian's package `prometheus` is missing
 */
export async function startScraping(folder: string, port: number): Promise<void> {
  if (spawnSync('prometheus', ['--version']).error !== undefined)
    throw new Error(
      'prometheus is not installed: apt-get update && apt-get install -y prometheus (and stop its service)',
    );
  const own = mkdtempSync(join(tmpdir(), 'dashpack-scraping-'));
  cpSync(folder, own, { recursive: true });
  const address = `127.0.0.1:${port}`;
  const options = ['--config.file=prometheus.yml', '--storage.tsdb.path=data', `--web.listen-address=${address}`];
  const child = spawn('timeout', [String(longest), 'prometheus', ...options, '--log.level=error'], {
    cwd: own,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = once(child, 'exit');
  onTestFinished(async () => {
    child.kill();
    await ended;
    rmSync(own, { recursive: true, force: true });
  });
  for (let tries = 0; tries < 200; tries += 1) {
    const response = await fetch(`http://${address}/-/ready`).catch(() => undefined);
    if (response?.ok === true) return;
    if (child.exitCode !== null) break;
    await setTimeout(50);
  }
  throw new Error(`prometheus did not start: ${said}`);
}

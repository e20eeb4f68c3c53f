import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll } from 'vitest';

/** How a child process ended. */
export interface ChildEnd {
  readonly stdout: string;
  readonly stderr: string;
  readonly signal: NodeJS.Signals | null;
  readonly code: number | null;
}

/** A child process that runs, and its end. */
export interface RunningChild {
  readonly process: ChildProcess;
  readonly end: Promise<ChildEnd>;
}

/** How a child is started. */
export interface ChildOptions {
  /** A shell command that limits the child before it starts: `ulimit -f 8`. */
  readonly limit?: string;
  /** Whose rights it has; only root can say. */
  readonly uid?: number;
}

/** Bundles one script of `children/` for the tests of this file, and returns what starts it. */
export function bundleChild(
  name: string,
): (values: readonly (string | number)[], options?: ChildOptions) => RunningChild {
  const folder = mkdtempSync(join(tmpdir(), 'dashpack-emit-child-'));
  const script = join(folder, `${name}.mjs`);
  beforeAll(async () => {
    chmodSync(folder, 0o755);
    const entry = fileURLToPath(new URL(`children/${name}.ts`, import.meta.url));
    await build({ entryPoints: [entry], outfile: script, bundle: true, platform: 'node', format: 'esm' });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  return (values, { limit = 'true', uid } = {}) => {
    const command = ['-c', `${limit} && exec "$@"`, 'sh', process.execPath, script, ...values.map(String)];
    const child = spawn('sh', command, {
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(uid === undefined ? {} : { uid, gid: uid }),
    });
    const chunks = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr'] as const) {
      child[stream].setEncoding('utf8').on('data', (chunk: string) => {
        chunks[stream] += chunk;
      });
    }
    const end = new Promise<ChildEnd>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code, signal) => resolve({ ...chunks, signal, code }));
    });
    return { process: child, end };
  };
}

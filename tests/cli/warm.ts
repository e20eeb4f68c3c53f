import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Result } from './project.js';

/** One process a test file. */
let warm: Promise<ChildProcess> | undefined;
let isBusy = false;

/**
 * Runs the compiled command line in a process that has it loaded already, which takes a third of the time of a new one.
 * Undefined where that process is busy: commands that run at once are processes of their own.
 */
export function runWarm(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Result> | undefined {
  if (isBusy) return undefined;
  isBusy = true;
  warm ??= startWarm();
  return ask(warm, { args, cwd, env }).finally(() => {
    isBusy = false;
  });
}

async function startWarm(): Promise<ChildProcess> {
  const child = fork(join(import.meta.dirname, 'warm-child.mjs'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  await once(child, 'message');
  child.unref();
  child.channel?.unref();
  return child;
}

async function ask(started: Promise<ChildProcess>, question: object): Promise<Result> {
  const child = await started;
  child.channel?.ref();
  try {
    return await new Promise<Result>((resolve, reject) => {
      const end = (code: number | null): void => {
        warm = undefined;
        reject(new Error(`the command line ended its process with ${code}`));
      };
      child.once('exit', end);
      child.once('message', (result) => {
        child.off('exit', end);
        resolve(result as Result);
      });
      child.send(question);
    });
  } finally {
    child.channel?.unref();
  }
}

import { spawnSync } from 'node:child_process';
import { onTestFinished } from 'vitest';

/** Mounts a file system until the end of the test; returns why that is not possible here, or undefined. */
export function mount(folder: string, ...options: readonly string[]): string | undefined {
  const { error, status, stderr } = spawnSync('mount', [...options, folder], { encoding: 'utf8' });
  if (error !== undefined || status !== 0) return `mount is not permitted: ${error?.message ?? stderr.trim()}`;
  onTestFinished(() => void spawnSync('umount', ['-l', folder]));
  return undefined;
}

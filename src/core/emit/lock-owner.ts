import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** The process that holds a lock, as the lock file says. */
export interface LockOwner {
  readonly pid: number;
  readonly host: string;
  /** When the process started, in ticks since boot: a reused pid is not mistaken for it. '' where unknown. */
  readonly started: string;
  /** Random: no two locks have the same. */
  readonly token: string;
}

/** This process, with a new token. */
export function createLockOwner(): LockOwner {
  // It need not be secret, only different, and node:crypto takes 3 ms to load.
  const token = `${process.hrtime.bigint().toString(36)}-${Math.random().toString(36).slice(2)}`;
  return { pid: process.pid, host: hostname(), started: processStart(process.pid).started, token };
}

/** The text of a lock file: one line of JSON. */
export function printLockOwner(owner: LockOwner): string {
  return `${JSON.stringify(owner)}\n`;
}

/** Reads a lock file's text; undefined where it is empty or broken. */
export function parseLockOwner(text: string): LockOwner | undefined {
  try {
    const { pid, host, started, token } = JSON.parse(text) as Partial<LockOwner>;
    if (typeof pid !== 'number' || !Number.isInteger(pid) || pid <= 0) return undefined;
    if (typeof host !== 'string' || typeof started !== 'string') return undefined;
    return typeof token === 'string' && /^[\w-]{8,64}$/.test(token) ? { pid, host, started, token } : undefined;
  } catch {
    return undefined;
  }
}

/** True where the owner may still be at work. Another machine's processes cannot be seen: they count as alive. */
export function isOwnerAlive(owner: LockOwner): boolean {
  if (owner.host !== hostname()) return true;
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  const { started, isZombie } = processStart(owner.pid);
  return !isZombie && (owner.started === '' || started === '' || owner.started === started);
}

/** Linux tells in `/proc/<pid>/stat`: after the name in parentheses come the state and, as the 20th, the start. */
function processStart(pid: number): { readonly started: string; readonly isZombie: boolean } {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { started: fields[19] ?? '', isZombie: fields[0] === 'Z' };
  } catch {
    return { started: '', isZombie: false };
  }
}

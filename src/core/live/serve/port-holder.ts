import { readdir, readFile, readlink } from 'node:fs/promises';
import { basename } from 'node:path';

/** A process that listens on a port. */
export interface PortHolder {
  readonly pid: number;
  /** The program and the script it runs, without its other arguments: those may hold secrets. */
  readonly program: string;
}

const listening = '0A';

/**
 * Finds the process that listens on a TCP port of this machine, in Linux's `/proc`. `undefined` where there is none, on
 * other systems, and where it belongs to another user.
 */
export async function findPortHolder(port: number): Promise<PortHolder | undefined> {
  const tables = await Promise.all(['tcp', 'tcp6'].map((name) => readText(`/proc/net/${name}`)));
  const sockets = new Set(tables.flatMap((table) => listeningSockets(table, port)));
  if (sockets.size === 0) return undefined;
  for (const pid of await namesIn('/proc')) {
    if (!/^\d+$/.test(pid) || !(await holdsOne(pid, sockets))) continue;
    return { pid: Number(pid), program: nameProgram(await readText(`/proc/${pid}/cmdline`)) };
  }
  return undefined;
}

/** In each line: number, local address, remote address, state, four more, user, timeout, inode. */
function listeningSockets(table: string, port: number): readonly string[] {
  const hex = port.toString(16).toUpperCase().padStart(4, '0');
  return table.split('\n').flatMap((line) => {
    const [, local = '', , state, , , , , , inode] = line.trim().split(/\s+/);
    return state === listening && local.endsWith(`:${hex}`) ? [`socket:[${inode}]`] : [];
  });
}

async function holdsOne(pid: string, sockets: ReadonlySet<string>): Promise<boolean> {
  const folder = `/proc/${pid}/fd`;
  for (const descriptor of await namesIn(folder)) {
    const target = await readlink(`${folder}/${descriptor}`).catch(() => '');
    if (sockets.has(target)) return true;
  }
  return false;
}

function nameProgram(commandLine: string): string {
  const [program = '', script = ''] = commandLine.split('\0');
  const isScript = /^[\w./-]+\.\w+$/.test(script) && !script.startsWith('-');
  return [basename(program), ...(isScript ? [script] : [])].join(' ');
}

/** A process may end, or be another user's, while it is looked at. */
async function readText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => []);
}

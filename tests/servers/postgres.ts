import { execFile, execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** What a query returns: the names of its columns, and its rows as texts, `null` for NULL. */
export interface SqlResult {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
}

/** A real PostgreSQL that listens on a socket in a temporary folder, and on no address. */
export interface PostgresServer {
  /** Runs statements whose results nobody needs. */
  run(sql: string): Promise<void>;
  /** Asks one query. Times are in UTC. Rejects with what the server says is wrong. */
  query(sql: string): Promise<SqlResult>;
  /** Ends the process and removes its folder. */
  stop(): Promise<void>;
}

const longest = 600;
const readyWithin = 30_000;
const debian = '/usr/lib/postgresql';
/** What stands for NULL, so that an empty text is another thing. */
const nothing = '\u0001';

/**
 * Starts a PostgreSQL with an empty database. It refuses to run as root, so root starts it as `postgres`, the user of
 * Debian's package. It ends with `stop`, with this process, or after ten minutes.
 *
 * @throws where Debian's package `postgresql` is missing, saying how to install it
 */
export async function startPostgres(): Promise<PostgresServer> {
  const programs = programFolder();
  const user = process.getuid?.() === 0 ? unprivileged() : undefined;
  const folder = mkdtempSync(join(tmpdir(), 'dashpack-postgres-'));
  chmodSync(folder, 0o700);
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  const options = { ...user, cwd: folder, env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', TZ: 'UTC' } };
  const data = join(folder, 'data');
  execFileSync(
    join(programs, 'initdb'),
    ['--pgdata', data, '--username=dashpack', '--auth=trust', '--encoding=UTF8', '--no-sync'],
    { ...options, stdio: 'pipe' },
  );
  const child = spawn(
    'timeout',
    // Fast shutdown: it does not wait for whoever is connected.
    [
      '--signal=INT',
      String(longest),
      join(programs, 'postgres'),
      '-D',
      data,
      '-k',
      folder,
      '-c',
      'listen_addresses=',
      '-c',
      'fsync=off',
      '-c',
      'timezone=UTC',
    ],
    { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const kill = (): boolean => child.kill('SIGINT');
  process.once('exit', kill);
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = once(child, 'exit');
  const stop = async (): Promise<void> => {
    process.off('exit', kill);
    kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  const ask = (sql: string): Promise<string> => psql(join(programs, 'psql'), folder, sql);
  try {
    await waitUntilReady(ask, child);
  } catch (error) {
    await stop();
    throw new Error(`postgres did not start: ${said}`, { cause: error });
  }
  return {
    run: async (sql) => void (await ask(sql)),
    query: async (sql) =>
      readCsv(await ask(`COPY (${sql}) TO STDOUT (FORMAT csv, HEADER, FORCE_QUOTE *, NULL '${nothing}')`)),
    stop,
  };
}

/** Where the server's programs are: Debian keeps them out of the path. */
function programFolder(): string {
  const versions = existsSync(debian) ? readdirSync(debian).map(Number).filter(Number.isInteger) : [];
  const folder = join(debian, String(Math.max(...versions)), 'bin');
  if (versions.length > 0 && existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'psql'))) return folder;
  throw new Error(
    'PostgreSQL is not installed: apt-get update && apt-get install -y postgresql (and stop its service)',
  );
}

function unprivileged(): { readonly uid: number; readonly gid: number } {
  const id = (flag: string): number => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
  const [uid, gid] = [id('-u'), id('-g')];
  if (uid > 0 && gid > 0) return { uid, gid };
  throw new Error('PostgreSQL does not run as root, and there is no user postgres: install the package postgresql');
}

function psql(program: string, host: string, sql: string): Promise<string> {
  const args = [
    '--no-psqlrc',
    '--quiet',
    '--set=ON_ERROR_STOP=1',
    '--host',
    host,
    '--username=dashpack',
    '--dbname=postgres',
  ];
  return new Promise((resolve, reject) => {
    execFile(program, [...args, '--command', sql], { maxBuffer: 1 << 24 }, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else reject(new Error(`${stderr.trim()}\n${sql}`, { cause: error }));
    });
  });
}

async function waitUntilReady(ask: (sql: string) => Promise<string>, child: ChildProcess): Promise<void> {
  const until = Date.now() + readyWithin;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`it ended with code ${child.exitCode}`);
    try {
      await ask('SELECT 1');
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
    }
    await setTimeout(50);
  }
}

/** Reads CSV in which every value is in quotes, but the names of the columns and NULL. */
function readCsv(text: string): SqlResult {
  const values = /(?:"((?:[^"]|"")*)"|([^,\n]*))(,|\n|$)/gy;
  const lines: (string | null)[][] = [[]];
  for (const [whole, quoted, bare = '', end] of text.matchAll(values)) {
    if (whole === '') break;
    lines.at(-1)?.push(quoted === undefined ? (bare === nothing ? null : bare) : quoted.replaceAll('""', '"'));
    if (end === '\n') lines.push([]);
  }
  const [columns = [], ...rows] = lines.filter((line) => line.length > 0);
  return { columns: columns.map(String), rows };
}

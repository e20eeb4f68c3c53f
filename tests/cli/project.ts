import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import { runWarm } from './warm.js';

/** This repository's folder: the running copy of dashpack, compiled. */
export const repository = resolve(import.meta.dirname, '../..');
const bin = join(repository, 'bin/dashpack.js');

// The command line runs from dist/; where that is up to date, this takes no time.
const compiled = spawnSync(process.execPath, [join(repository, 'scripts/compile.mjs')], { encoding: 'utf8' });
if (compiled.status !== 0) throw new Error(`compile failed:\n${compiled.stdout}${compiled.stderr}`);

/** A small project: one pack, two dashboards, and `dashpack` installed. */
const files: Readonly<Record<string, string>> = {
  'package.json': '{ "private": true, "type": "module" }\n',
  'dashpack.config.ts': `import { defineConfig } from 'dashpack';
import { team } from './pack.js';

export default defineConfig({ packs: [team] });
`,
  'pack.ts': `import { pack } from 'dashpack';
import * as catalog from './catalog.js';

export const team = pack({
  name: 'team',
  title: 'Team',
  roles: [catalog.LOCAL],
  datasources: [catalog.prometheus],
  bindings: { LOCAL: catalog.prometheus },
  producers: [catalog.web],
  metrics: [catalog],
  dashboards: [() => import('./dashboards/web.js'), () => import('./dashboards/health.js')],
});
`,
  'catalog.ts': `import { anyValue, counter, datasource, eq, gauge, histogram, producer, role, universal } from 'dashpack';

export const LOCAL = role('LOCAL', { pinned: true });
export const prometheus = datasource('prom_local', { url: 'http://prometheus:9090', isDefault: true });
export const up = universal('up', 'gauge', { help: '1 while the scrape succeeds.', unit: 'bool' });

export const web = producer('web', {
  port: 8000,
  scrapedBy: [LOCAL],
  scrapeInterval: '15s',
  alive: () => eq(up.on(LOCAL)({ job: 'web' }), 1),
});

export const requests = counter('web_requests_total', {
  owner: LOCAL,
  producer: web,
  help: 'Requests served.',
  unit: 'requests',
  labels: { route: anyValue('/'), status: ['2xx', '5xx'] },
});

export const inFlight = gauge('web_in_flight', { owner: LOCAL, producer: web, help: 'Requests being served.' });

export const duration = histogram('web_duration_seconds', {
  owner: LOCAL,
  producer: web,
  help: 'Time to serve a request.',
  unit: 'seconds',
  buckets: [0.1, 1],
});
`,
  'dashboards/web.ts': `import { dashboard, dashboardRef, rate, row, stat, sum, timeseries } from 'dashpack';
import { duration, inFlight, requests } from '../catalog.js';

export default dashboard(dashboardRef({ uid: 'web', title: 'Web', folder: 'http' }), {
  rows: {
    traffic: row('Traffic', {
      rate: timeseries('Requests by route', {
        query: sum(rate(requests({ status: '2xx' })), { by: ['route'] }),
        legend: '{{route}}',
      }),
      inFlight: stat('In flight', { query: sum(inFlight()) }),
      slow: stat('Served in time', { query: sum(rate(duration.bucket({ le: 0.1 }))) }),
    }),
  },
});
`,
  'dashboards/health.ts': `import { dashboard, dashboardRef, min, row, stat } from 'dashpack';
import { LOCAL, up } from '../catalog.js';

export default dashboard(dashboardRef({ uid: 'health', title: 'Health', folder: 'overview' }), {
  rows: { up: row('Up', { web: stat('Web up', { query: min(up.on(LOCAL)({ job: 'web' })) }) }) },
});
`,
};

/** What a finished command left behind. */
export interface Result {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How a command is started. */
export interface RunOptions {
  /** Relative to the project; default the project. */
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Run in a process of its own: what is tested is how one ends. */
  readonly alone?: boolean;
}

/** A throw-away project on disk. */
export interface Project {
  readonly folder: string;
  /** Writes files; `undefined` deletes one. */
  write(changes: Readonly<Record<string, string | undefined>>): void;
  read(path: string): string;
  /** Replaces a piece of text, which must be there, in a file. */
  edit(path: string, from: string, to: string): void;
  /** Runs dashpack to its end: where the environment is the usual one, in a process that has it loaded. */
  run(args: readonly string[], options?: RunOptions): Promise<Result>;
  /** Starts dashpack. */
  start(
    args: readonly string[],
    options?: RunOptions,
  ): { readonly child: ChildProcess; readonly result: Promise<Result> };
  /** The files below `generated`, or another folder, with their contents. */
  snapshot(out?: string): Readonly<Record<string, string>>;
}

/** Writes a project that builds, changed as given, and removes it when the test ends. */
export function createProject(changes: Readonly<Record<string, string | undefined>> = {}): Project {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'dashpack-cli-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(repository, join(folder, 'node_modules/dashpack'));
  const project: Project = {
    folder,
    write(each) {
      for (const [path, text] of Object.entries(each)) {
        if (text === undefined) rmSync(join(folder, path), { force: true });
        else {
          mkdirSync(dirname(join(folder, path)), { recursive: true });
          writeFileSync(join(folder, path), text);
        }
      }
    },
    read: (path) => readFileSync(join(folder, path), 'utf8'),
    edit(path, from, to) {
      const text = project.read(path);
      if (!text.includes(from)) throw new Error(`${path} does not contain ${JSON.stringify(from)}`);
      writeFileSync(
        join(folder, path),
        text.replace(from, () => to),
      );
    },
    run: (args, options = {}) => {
      const names = Object.keys(options.env ?? {});
      const isUsual = options.alone !== true && names.every((name) => name.startsWith('DASHPACK_'));
      const env = environment(options.env);
      const warm = isUsual ? runWarm(args, join(folder, options.cwd ?? '.'), env) : undefined;
      return warm ?? project.start(args, options).result;
    },
    start: (args, options = {}) => startDashpack(args, join(folder, options.cwd ?? '.'), options.env),
    snapshot: (out = 'generated') => snapshot(join(folder, out)),
  };
  project.write({ ...files, ...changes });
  return project;
}

/** Starts dashpack in a folder, absolute. */
export function startDashpack(
  args: readonly string[],
  cwd: string,
  env: RunOptions['env'] = {},
): ReturnType<Project['start']> {
  const child = spawn(process.execPath, [bin, ...args], {
    cwd,
    env: environment(env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      printed[name] += text;
    });
  }
  const result = new Promise<Result>((resolveResult, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolveResult({ code, signal, ...printed }));
  });
  return { child, result };
}

/** The environment of the command line: that of the tests without what is theirs alone. */
function environment(more: RunOptions['env'] = {}): Readonly<Record<string, string | undefined>> {
  const { DASHPACK_TEST_COUNTS: _counts, FORCE_COLOR: _colour, ...rest } = process.env;
  return { ...rest, ...more };
}

/** Every file below a folder with its content, sorted by path; none where there is no folder. */
function snapshot(folder: string): Readonly<Record<string, string>> {
  if (!existsSync(folder)) return {};
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path));
  const contents = paths
    .filter((path) => statSync(path).isFile())
    .map((path): [string, string] => [relative(folder, path), readFileSync(path, 'utf8')]);
  return Object.fromEntries(contents.sort(([left], [right]) => (left < right ? -1 : 1)));
}

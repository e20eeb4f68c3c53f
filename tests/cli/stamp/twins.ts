import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { onTestFinished } from 'vitest';
import { repository as home } from '../project.js';
import type { Host } from '../../../src/cli/host.js';

const { start } = (await import(join(home, 'dist/cli.js'))) as typeof import('../../../src/cli/start.js');

/** A project whose dashboard shows what several kinds of files say. */
const files: Readonly<Record<string, string>> = {
  'package.json': '{ "private": true, "type": "module" }\n',
  'tsconfig.json': tsconfig('a'),
  'dashpack.config.ts': `import { anyValue, counter, dashboard, dashboardRef, datasource, defineConfig, eq, pack, producer, rate, role, row, stat, sum, universal } from 'dashpack';
import { plain } from './plain.js';
import { swapped } from 'swapped';
import { deep } from './deep/value.js';
import { linked } from './current/value.js';
import { surroundings } from './surroundings.js';
import data from './data.json';

const LOCAL = role('LOCAL', { pinned: true });
const up = universal('up', 'gauge', { help: '1 while the scrape succeeds.', unit: 'bool' });
const web = producer('web', { port: 8000, scrapedBy: [LOCAL], scrapeInterval: '15s', alive: () => eq(up.on(LOCAL)({ job: 'web' }), 1) });
const requests = counter('web_requests_total', { owner: LOCAL, producer: web, help: 'Requests served.', unit: 'requests', labels: { route: anyValue('/') } });

const says = [plain, swapped, deep, linked, surroundings, data.title];
const rows = Object.fromEntries(says.map((title, index) => ['row' + index, row(title, { rate: stat('Rate', { query: sum(rate(requests())) }) })]));

const make = (name: string) => {
  const source = datasource('prom_' + name, { url: 'http://prometheus:9090', isDefault: name === 'one' });
  return pack({
    name,
    title: name,
    roles: [LOCAL],
    datasources: [source],
    bindings: { LOCAL: source },
    producers: [web],
    metrics: [up, requests],
    dashboards: [() => dashboard(dashboardRef({ uid: name, title: 'Dashboard ' + name, folder: 'of ' + name }), { rows })],
  });
};

export default defineConfig({ packs: [make('one'), make('two')] });
`,
  'plain.ts': "export const plain = 'plain 0';\n",
  'a.ts': "export const swapped = 'swap a';\n",
  'b.ts': "export const swapped = 'swap b';\n",
  'deep/value.ts': "export const deep = 'deep 0';\n",
  'one/value.ts': "export const linked = 'link 1';\n",
  'two/value.ts': "export const linked = 'link 2';\n",
  'surroundings.ts': "export const surroundings = 'nothing';\n",
  'data.json': '{ "title": "data 0" }\n',
};

function tsconfig(name: 'a' | 'b'): string {
  return `{ "compilerOptions": { "paths": { "swapped": ["./${name}.ts"] } } }\n`;
}

/** What a build did: all that it printed, its exit code, and every file that it left. */
export interface Run {
  readonly code: number;
  readonly printed: string;
  readonly files: Readonly<Record<string, string>>;
}

/** One of the projects. */
export interface Twin {
  readonly folder: string;
  run(args: readonly string[]): Promise<Run>;
}

/** Writes the project, and removes it when the test ends. */
export function createTwin(env: Host['env']): Twin {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'dashpack-twin-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(home, join(folder, 'node_modules/dashpack'));
  for (const [path, text] of Object.entries(files)) put(join(folder, path), text);
  symlinkSync('one', join(folder, 'current'));
  return {
    folder,
    async run(args) {
      let printed = '';
      const stream = { on: () => undefined, write: (text: string) => void (printed += text) };
      const events = { on: () => undefined, off: () => undefined };
      const code = await start(args, { stdout: stream, stderr: stream, env, cwd: folder, home, events });
      return { code, printed, files: listTree(join(folder, 'generated')) };
    },
  };
}

function put(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function listTree(folder: string): Readonly<Record<string, string>> {
  if (!existsSync(folder)) return {};
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path));
  const contents = paths
    .filter((path) => !lstatSync(path).isDirectory())
    .map((path): [string, string] => [relative(folder, path), readLink(path) ?? readFileSync(path, 'utf8')]);
  return Object.fromEntries(contents.sort(([left], [right]) => (left < right ? -1 : 1)));
}

function readLink(path: string): string | undefined {
  return lstatSync(path).isSymbolicLink() ? `→ ${readlinkSync(path)}` : undefined;
}

const longAgo = new Date('2020-01-01T00:00:00Z');
const dashboard = 'generated/one/grafana/dashboards/of one/one.json';

/** What can happen to a project between two builds. Numbers from 0 to 3 choose between variants of the same length. */
export const events: Readonly<Record<string, (folder: string, choice: number) => void>> = {
  nothing: () => undefined,
  edit: (folder, choice) => put(join(folder, 'plain.ts'), `export const plain = 'plain ${choice}';\n`),
  'edit, with the old time': (folder, choice) => {
    put(join(folder, 'plain.ts'), `export const plain = 'plain ${choice}';\n`);
    utimesSync(join(folder, 'plain.ts'), longAgo, longAgo);
  },
  'edit by replacing the file': (folder, choice) => {
    put(join(folder, 'deep/.value.tmp'), `export const deep = 'deep ${choice}';\n`);
    utimesSync(join(folder, 'deep/.value.tmp'), longAgo, longAgo);
    renameSync(join(folder, 'deep/.value.tmp'), join(folder, 'deep/value.ts'));
  },
  'edit JSON': (folder, choice) => put(join(folder, 'data.json'), `{ "title": "data ${choice}" }\n`),
  touch: (folder) => utimesSync(join(folder, 'plain.ts'), new Date(), new Date()),
  'swap two files': (folder) => {
    renameSync(join(folder, 'a.ts'), join(folder, 'c.ts'));
    renameSync(join(folder, 'b.ts'), join(folder, 'a.ts'));
    renameSync(join(folder, 'c.ts'), join(folder, 'b.ts'));
  },
  'change where an alias leads': (folder, choice) =>
    put(join(folder, 'tsconfig.json'), tsconfig(choice % 2 === 0 ? 'a' : 'b')),
  'change where a link leads': (folder, choice) => {
    rmSync(join(folder, 'current'));
    symlinkSync(choice % 2 === 0 ? 'one' : 'two', join(folder, 'current'));
  },
  'put a file before another': (folder, choice) =>
    put(join(folder, 'deep/value.js'), `export const deep = 'js ${choice}';\n`),
  'take it away': (folder) => rmSync(join(folder, 'deep/value.js'), { force: true }),
  'ask the environment': (folder) =>
    put(join(folder, 'surroundings.ts'), "export const surroundings = `env ${process.env['TWIN']}`;\n"),
  'ask the clock': (folder) =>
    put(join(folder, 'surroundings.ts'), 'export const surroundings = `at ${Math.floor(Date.now() / 1000)}`;\n'),
  'ask a file': (folder) =>
    put(
      join(folder, 'surroundings.ts'),
      "import { readFileSync } from 'node:fs';\nexport const surroundings = readFileSync('/proc/self/comm', 'utf8').trim() + process.env['TWIN'];\n",
    ),
  'ask nothing': (folder) => put(join(folder, 'surroundings.ts'), files['surroundings.ts'] ?? ''),
  'change the environment': (_folder, choice) => void (process.env['TWIN'] = String(choice)),
  'delete a generated file': (folder) => rmSync(join(folder, dashboard), { force: true }),
  'edit a generated file': (folder) => replace(join(folder, dashboard), 'Dashboard', 'Tashboard'),
  'edit a manifest': (folder) => replace(join(folder, 'generated/two/manifest.json'), 'README.md', 'README.mo'),
  'put a link in its place': (folder) => {
    if (!existsSync(join(folder, dashboard)) || readLink(join(folder, dashboard)) !== undefined) return;
    renameSync(join(folder, dashboard), join(folder, 'moved.json'));
    symlinkSync('../../../../../moved.json', join(folder, dashboard));
  },
  'add a stranger': (folder, choice) => put(join(folder, `generated/one/mine/${choice}.txt`), 'mine'),
  'remove strangers': (folder) => rmSync(join(folder, 'generated/one/mine'), { recursive: true, force: true }),
  'break the configuration': (folder) => put(join(folder, 'plain.ts'), 'export const plain = ;\n'),
  'remove the caches': (folder) => rmSync(join(folder, 'node_modules/.cache'), { recursive: true, force: true }),
};

function replace(path: string, from: string, to: string): void {
  if (existsSync(path)) writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
}

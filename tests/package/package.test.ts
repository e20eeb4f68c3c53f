import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const repository = resolve(import.meta.dirname, '../..');

/** Every file of the package matches one of these, and each of these matches a file. */
const allowed = [
  /^package\.json$/,
  /^README\.md$/,
  /^LICENSE$/,
  /^CHANGELOG\.md$/,
  /^bin\/dashpack\.js$/,
  /^dist\/(?:index|panels|promql|exporter|simulate|cli)\.js$/,
  /^dist\/chunks\/[\w.-]+\.js$/,
  /^dist\/types\/(?:index|promql|exporter|simulate)\.d\.ts$/,
  /^dist\/types\/panels\/[\w-]+\.d\.ts$/,
  /^dist\/types\/core\/(?:[\w-]+\/)+[\w-]+\.d\.ts$/,
  /^docs\/(?:build|checks)\/(?:README|[a-z]+\/[a-z0-9-]+)\.md$/,
  /^docs\/guides\/[a-z0-9-]+\.md$/,
  /^dist\/THIRD-PARTY-LICENSES\.txt$/,
  /^dist\/build-id\.json$/,
];

/** A project outside the repository that has installed the packed package and nothing else. */
const project = realpathSync(mkdtempSync(join(tmpdir(), 'dashpack-package-')));
let files: readonly string[] = [];

afterAll(() => rmSync(project, { recursive: true, force: true }));

beforeAll(() => {
  const packed = succeed('npm', ['pack', '--json', '--pack-destination', project], repository);
  const [tarball]: readonly { readonly filename: string; readonly files: readonly { readonly path: string }[] }[] =
    JSON.parse(packed);
  if (tarball === undefined) throw new Error(`npm pack made nothing: ${packed}`);
  files = tarball.files.map(({ path }) => path);

  writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }');
  const compilerOptions = {
    target: 'es2023',
    lib: ['es2023'],
    module: 'nodenext',
    types: [],
    outDir: 'out',
    strict: true,
  };
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
  cpSync(join(repository, 'docs/examples/starter'), join(project, 'starter'), { recursive: true });
  copyFileSync(join(import.meta.dirname, 'consumer/dashpack.config.ts'), join(project, 'dashpack.config.ts'));
  succeed('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', `./${tarball.filename}`]);
});

/** Runs a program to its end and returns what it printed; throws with all of it where the exit code is not 0. */
function succeed(command: string, args: readonly string[], folder = project): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} exited with ${status}\n${stdout}${stderr}`);
  return stdout;
}

test('the package holds what is on the list, and nothing else', () => {
  expect(files.filter((path) => !allowed.some((pattern) => pattern.test(path)))).toEqual([]);
  expect(allowed.filter((pattern) => !files.some((path) => pattern.test(path)))).toEqual([]);
});

test('no file of the package names the machine that packed it', () => {
  const installed = join(project, 'node_modules/dashpack');
  const machine = [repository, homedir(), tmpdir()].filter((path) => path.split('/').length > 2 || path === repository);
  const named = files.filter((path) => {
    const text = readFileSync(join(installed, path), 'utf8');
    return machine.some((folder) => text.includes(`${folder}/`));
  });
  expect(named).toEqual([]);
});

test('it depends on what it does not bundle: the SDK for its types, esbuild, and TypeScript', () => {
  const { dependencies } = JSON.parse(readFileSync(join(project, 'node_modules/dashpack/package.json'), 'utf8'));
  expect(Object.keys(dependencies)).toEqual(['@grafana/grafana-foundation-sdk', 'esbuild', 'typescript']);
});

test('a project that uses it type-checks against its declarations, and runs', () => {
  succeed('npx', ['--no-install', 'tsc', '-p', '.']);
  const script = "import('./out/dashpack.config.js').then((config) => process.stdout.write(config.printed))";
  expect(succeed(process.execPath, ['-e', script])).toBe(
    'sum by (status) (rate(http_requests_total{status=~"4xx|5xx"}[5m]))',
  );
});

test('every entry point loads as an ES module', () => {
  const script = [
    "const names = ['dashpack', 'dashpack/panels', 'dashpack/promql', 'dashpack/simulate', 'dashpack/exporter'];",
    'const modules = await Promise.all(names.map((name) => import(name)));',
    "process.stdout.write(modules.map((module) => Object.keys(module).length > 0 && !('default' in module)).join());",
  ].join('\n');
  expect(succeed(process.execPath, ['--input-type=module', '-e', script])).toBe('true,true,true,true,true');
});

test('its command builds the dashboards of the project', () => {
  const { version } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));
  expect(succeed('npx', ['--no-install', 'dashpack', '--version']).trim()).toBe(version);
  succeed('npx', ['--no-install', 'dashpack', 'build']);
  succeed('npx', ['--no-install', 'dashpack', 'check']);
  expect(readdirSync(join(project, 'generated/web/grafana/dashboards/web'))).toEqual(['web-errors.json']);
});

test('the starter in docs/examples type-checks, builds, and is then what it builds', () => {
  const starter = join(project, 'starter');
  succeed('npx', ['--no-install', 'tsc', '-p', '.'], starter);
  succeed('npx', ['--no-install', 'dashpack', 'build'], starter);
  succeed('npx', ['--no-install', 'dashpack', 'check'], starter);
  expect(readdirSync(join(starter, 'generated'))).not.toEqual([]);
});

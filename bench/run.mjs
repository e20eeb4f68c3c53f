// The benchmarks that the README quotes: dashpack against a plain CommonJS script on the raw Foundation SDK that writes
// the same dashboards and checks nothing. Ratios of one run; absolute times say little about another machine.
//
//   npm run bench [-- --quick]
//
// On a quiet machine. `--quick` takes fewer turns, and leaves out the proof.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeColdBaseline } from './cold-baseline.mjs';
import { copyOf, findDashboards } from './real-dashboards.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const quick = process.argv.includes('--quick');
const work = mkdtempSync(join(tmpdir(), 'dashpack-bench-'));
const dashpack = join(root, 'bin/dashpack.js');
let failed = false;

try {
  symlinkSync(join(root, 'node_modules'), join(work, 'node_modules'));
  console.log('| what | dashpack | plain script on the raw SDK | ratio | at most |');
  console.log('| --- | ---: | ---: | ---: | ---: |');
  packs();
  scale(1000);
  memory(quick ? 2000 : 10_000, 120);
  lint(1000, 5);
  if (!quick) prove(30);
} finally {
  rmSync(work, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;

/** The packs of this repository, in a copy of it, against a script that writes the dashboards of Peak_Trade alone. */
function packs() {
  const project = join(work, 'project');
  mkdirSync(project);
  for (const name of ['src', 'generated', 'package.json', 'package-lock.json', 'tsconfig.json', 'dashpack.config.ts']) {
    cpSync(join(root, name), join(project, name), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'));
  const script = join(work, 'baseline.cjs');
  writeColdBaseline(join(root, 'generated/peak-trade/grafana/dashboards'), script);
  const config = ['--quiet', '--config', join(project, 'dashpack.config.ts')];
  const theirs = [script, [join(work, 'baseline')]];
  const build = [dashpack, ['build', ...config]];
  const times = quick ? 5 : 15;
  for (let time = 0; time < 2; time += 1) {
    wait();
    run(...build);
  }
  row('`build`, nothing changed', ...compare(build, theirs, times), 0.8);
  const edited = join(project, 'src/dashboards/claire/risk.ts');
  const text = readFileSync(edited, 'utf8');
  const edit = (turn) => writeFileSync(edited, text.replace(/\brow\('([^']*)'/, `row('$1 ${turn}'`));
  edit('x');
  if (readFileSync(edited, 'utf8') === text) throw new Error(`${edited} has no row to rename`);
  row('`build` after one dashboard was edited', ...compare(build, theirs, times, edit), 1.5);
  run(...build);
  const check = [dashpack, ['check', ...config], { DASHPACK_CACHE: 'off' }];
  row('`check` of the three packs, nothing remembered', ...compare(check, theirs, times), 3);
}

/** Until what was written is older than any file system's clock is coarse. */
function wait() {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3000);
}

/**
 * Dashboards of 50 panels with distinct queries, written for the first time: first when nothing about them is known,
 * then when the linter remembers that it found them sound.
 */
function scale(count) {
  const args = [
    'build',
    '--quiet',
    '--config',
    join(root, 'bench/scale/dashpack.config.ts'),
    '--out',
    join(work, 'scale'),
  ];
  const ours = (seed) => [dashpack, args, { BENCH_DASHBOARDS: String(count), BENCH_SEED: seed }];
  const theirs = [join(root, 'bench/scale/baseline.cjs'), [join(work, 'scale-baseline'), String(count)]];
  const clean = () => {
    rmSync(join(work, 'scale'), { recursive: true, force: true });
    rmSync(join(work, 'scale-baseline'), { recursive: true, force: true });
  };
  const unseen = (turn) => ours(`${process.pid}-${turn}-`);
  row(`${count} dashboards × 50 panels, the first build`, ...compare(unseen, theirs, 5, clean), 2);
  const seen = ours('');
  run(...seen);
  row('the same, a later build', ...compare(seen, theirs, 5, clean), 1.2);
}

/** Peak resident memory of the build process. */
function memory(count, limit) {
  const out = join(work, 'memory');
  mkdirSync(out, { recursive: true });
  const { kilobytes } = run(
    dashpack,
    ['build', '--quiet', '--config', join(root, 'bench/scale/dashpack.config.ts'), '--out', out],
    { BENCH_DASHBOARDS: String(count) },
  );
  const megabytes = kilobytes / 1024;
  console.log(`| peak memory at ${count} dashboards | ${megabytes.toFixed(0)} MiB | | | ${limit} MiB |`);
  if (megabytes > limit) failed = true;
}

/** Dashboards of about 60 kB that somebody else wrote. */
function lint(count, limit) {
  const folder = join(work, 'foreign');
  mkdirSync(folder);
  const sources = findDashboards(join(root, 'generated'));
  for (let index = 0; index < count; index += 1) {
    const text = copyOf(sources[index % sources.length], index, 60_000);
    writeFileSync(join(folder, `${String(index).padStart(4, '0')}.json`), text);
  }
  const { milliseconds } = run(dashpack, ['lint', folder, '--format', 'json'], {}, [0, 1]);
  secondsRow(`\`lint\` of ${count} foreign dashboards`, milliseconds, limit);
}

/** Needs Prometheus and promtool. */
function prove(limit) {
  const { milliseconds } = run(dashpack, ['prove', '--quiet', '--config', join(root, 'dashpack.config.ts')]);
  secondsRow('`prove`, three packs', milliseconds, limit);
}

function secondsRow(what, milliseconds, limit) {
  console.log(`| ${what} | ${(milliseconds / 1000).toFixed(1)} s | | | ${limit} s |`);
  if (milliseconds > limit * 1000) failed = true;
}

/** The medians of runs that take turns, in milliseconds. Ours may differ from turn to turn. */
function compare(ours, theirs, times, prepare = () => {}) {
  const a = [];
  const b = [];
  for (let turn = 0; turn < times; turn += 1) {
    prepare(turn);
    a.push(run(...(typeof ours === 'function' ? ours(turn) : ours)).milliseconds);
    b.push(run(...theirs).milliseconds);
  }
  return [median(a), median(b)];
}

function run(script, args, env = {}, codes = [0]) {
  const report = join(work, 'report.json');
  const began = performance.now();
  const result = spawnSync(process.execPath, ['--require', join(root, 'bench/report-memory.cjs'), script, ...args], {
    cwd: work,
    env: { ...process.env, ...env, BENCH_REPORT: report },
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const milliseconds = performance.now() - began;
  if (!codes.includes(result.status))
    throw new Error(`${script} exited ${result.status}:\n${result.stderr}${result.stdout}`);
  const kilobytes = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')).maxRSS : Number.NaN;
  return { milliseconds, kilobytes };
}

function median(values) {
  return values.toSorted((x, y) => x - y)[Math.floor(values.length / 2)];
}

function row(what, ours, theirs, limit) {
  const ratio = ours / theirs;
  console.log(`| ${what} | ${ours.toFixed(0)} ms | ${theirs.toFixed(0)} ms | ${ratio.toFixed(2)}× | ${limit}× |`);
  if (ratio > limit) failed = true;
}

// The benchmarks that the README quotes: dashpack against a plain CommonJS script on the raw Foundation SDK that writes
// the same dashboards and checks nothing. Ratios of one run; absolute times say little about another machine.
//
//   npm run bench [-- --quick]
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeColdBaseline } from './cold-baseline.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const quick = process.argv.includes('--quick');
const work = mkdtempSync(join(tmpdir(), 'dashpack-bench-'));
const dashpack = join(root, 'bin/dashpack.js');
let failed = false;

try {
  symlinkSync(join(root, 'node_modules'), join(work, 'node_modules'));
  console.log('| what | dashpack | plain script on the raw SDK | ratio | at most |');
  console.log('| --- | ---: | ---: | ---: | ---: |');
  coldBuild();
  scale(1000, 3);
  memory(quick ? 2000 : 10_000, 150);
} finally {
  rmSync(work, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;

/** The real pack, nothing changed on disk: process start to exit. */
function coldBuild() {
  const out = join(work, 'generated');
  cpSync(join(root, 'generated'), out, { recursive: true });
  const script = join(work, 'baseline.cjs');
  writeColdBaseline(join(root, 'generated/peak-trade/grafana/dashboards'), script);
  const ours = [dashpack, ['build', '--quiet', '--config', join(root, 'dashpack.config.ts'), '--out', out]];
  const theirs = [script, [join(work, 'baseline')]];
  run(...ours);
  row('cold `build` of Peak_Trade', ...compare(ours, theirs, quick ? 5 : 15), 2.5);
}

/**
 * Dashboards of 50 panels with distinct queries, written for the first time: first when nothing about them is known,
 * then when the linter remembers that it found them sound.
 */
function scale(count, limit) {
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
  row(`${count} dashboards × 50 panels, the first build`, ...compare(unseen, theirs, 5, clean), limit);
  const seen = ours('');
  run(...seen);
  row('the same, a later build', ...compare(seen, theirs, 5, clean), limit);
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

/** The medians of runs that take turns, in milliseconds. Ours may differ from turn to turn. */
function compare(ours, theirs, times, prepare = () => {}) {
  const a = [];
  const b = [];
  for (let turn = 0; turn < times; turn += 1) {
    prepare();
    a.push(run(...(typeof ours === 'function' ? ours(turn) : ours)).milliseconds);
    b.push(run(...theirs).milliseconds);
  }
  return [median(a), median(b)];
}

function run(script, args, env = {}) {
  const report = join(work, 'report.json');
  const began = performance.now();
  const result = spawnSync(process.execPath, ['--require', join(root, 'bench/report-memory.cjs'), script, ...args], {
    cwd: work,
    env: { ...process.env, ...env, BENCH_REPORT: report },
    encoding: 'utf8',
  });
  const milliseconds = performance.now() - began;
  if (result.status !== 0) throw new Error(`${script} exited ${result.status}:\n${result.stderr}${result.stdout}`);
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

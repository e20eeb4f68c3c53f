// `dashpack lint` on 250, 1,000 and 2,000 real dashboards of about 60 kB, and on hostile files: seconds, and MiB of the
// process at most. Memory may grow with what is reported, by so many bytes a finding, and not with what is read.
//
//   node bench/lint.mjs [folder with dashboards …]
//
// The dashboards are copies of those below the folders (default: generated/), each with other titles, uids and numbers
// in its queries, so that no two queries are the same.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyOf, findDashboards } from './real-dashboards.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dashpack = process.env.BENCH_DASHPACK ?? join(root, 'bin/dashpack.js');
const work = mkdtempSync(join(tmpdir(), 'dashpack-bench-lint-'));
const folders = process.argv.length > 2 ? process.argv.slice(2) : [join(root, 'generated')];
const limits = { seconds: 5, mebibytes: 250, bytesOfFinding: 4096, hostileSeconds: 20 };
let failed = false;

try {
  console.log('| what | result | seconds | peak MiB |');
  console.log('| --- | --- | ---: | ---: |');
  if (process.env.BENCH_HOSTILE_ONLY === undefined) grow([250, 1000, 2000].map((count) => real(count, 60_000)));
  for (const [name, make] of Object.entries(hostile())) attack(name, make);
} finally {
  rmSync(work, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;

function real(count, bytes) {
  const folder = join(work, `real-${count}`);
  mkdirSync(folder);
  const sources = folders.flatMap(findDashboards);
  let size = 0;
  for (let index = 0; index < count; index += 1) {
    const text = copyOf(sources[index % sources.length], index, bytes);
    size += Buffer.byteLength(text);
    writeFileSync(join(folder, `${String(index).padStart(4, '0')}.json`), text);
  }
  const { report, seconds, mebibytes } = run([folder]);
  const { files, panels, queries } = report.checked;
  const limit = (limits.seconds * Math.max(count, 1000)) / 1000;
  if (seconds > limit || mebibytes > limits.mebibytes || files !== count) failed = true;
  row(
    `${count} dashboards of ${sources.length} kinds, ${(size / 1e6).toFixed(0)} MB`,
    `${panels} panels, ${queries} queries, ${report.findings.length} findings`,
    seconds,
    mebibytes,
  );
  return { findings: report.findings.length, mebibytes };
}

/** The cost of one more finding at the peak, from the fewest files to the most. */
function grow(runs) {
  const [first, last] = [runs[0], runs.at(-1)];
  const bytes = ((last.mebibytes - first.mebibytes) * 2 ** 20) / (last.findings - first.findings);
  console.log(`| peak memory per finding more | ${bytes.toFixed(0)} bytes, at most ${limits.bytesOfFinding} | | |`);
  if (!(bytes <= limits.bytesOfFinding)) failed = true;
}

function hostile() {
  const dashboard = (panels) => `{"title":"t","uid":"u","schemaVersion":42,"panels":[${panels}]}`;
  const panel = (id) =>
    `{"id":${id},"type":"timeseries","title":"p","gridPos":{"x":0,"y":0,"w":1,"h":1},"targets":[{"expr":"rate(a[5m])"}]}`;
  return {
    '100 MB of one text': () => dashboard(`{"title":"${'x'.repeat(100_000_000)}"}`),
    '30 MB of one text': () => dashboard(`{"title":"${'x'.repeat(30_000_000)}"}`),
    '10⁶ panels, short ones (11 MB)': () => dashboard(Array.from({ length: 1_000_000 }, () => '{"type":""}').join(',')),
    '250,000 panels (27 MB)': () => dashboard(Array.from({ length: 250_000 }, (_, index) => panel(index)).join(',')),
    '10⁶ levels of nesting': () => dashboard(`${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`),
    '10,000 rows in each other': () => dashboard(`${'{"type":"row","panels":['.repeat(10_000)}${']}'.repeat(10_000)}`),
    'a query of 30 MB': () => dashboard(`{"type":"timeseries","targets":[{"expr":"${'a + '.repeat(7_500_000)}a"}]}`),
    'a query of 20,000 brackets': () =>
      dashboard(`{"type":"timeseries","targets":[{"expr":"${'('.repeat(20_000)}a${')'.repeat(20_000)}"}]}`),
    'not JSON, 30 MB': () => `{"panels":[${'{"a":1},'.repeat(3_500_000)}`,
    'not UTF-8, 30 MB': () => Buffer.alloc(30_000_000, 0xfe),
    'numbers everywhere': () =>
      '{"title":1,"uid":[],"panels":[1,null,{"targets":7,"gridPos":[]}],"templating":3,"annotations":{"list":{}},"links":"x"}',
  };
}

function attack(name, make) {
  const path = join(work, 'hostile.json');
  writeFileSync(path, make());
  writeFileSync(
    join(work, 'good.json'),
    '{"title":"Good","uid":"good","panels":[{"id":1,"type":"stat","title":"a","targets":[{"refId":"A","expr":"up"}]}]}',
  );
  const { code, report, seconds, mebibytes } = run([path, join(work, 'good.json')]);
  const own = report.findings.filter(({ file }) => file.endsWith('hostile.json'));
  const said = [
    ...new Set([...own.map(({ id }) => id), ...report.notChecked.map(({ reason }) => reason.slice(0, 60))]),
  ];
  if (![0, 1].includes(code) || said.length === 0 || seconds > limits.hostileSeconds) failed = true;
  row(name, said.slice(0, 3).join('; '), seconds, mebibytes);
}

function run(paths) {
  const measured = join(work, 'measured.json');
  const began = performance.now();
  const result = spawnSync(
    process.execPath,
    ['--require', join(root, 'bench/report-memory.cjs'), dashpack, 'lint', ...paths, '--format', 'json'],
    {
      cwd: work,
      env: { ...process.env, BENCH_REPORT: measured },
      encoding: 'utf8',
      maxBuffer: 2 ** 30,
      timeout: 300_000,
    },
  );
  const seconds = (performance.now() - began) / 1000;
  if (![0, 1].includes(result.status))
    throw new Error(`lint ${paths} exited ${result.status}:\n${result.stderr}${result.stdout.slice(0, 2000)}`);
  return {
    code: result.status,
    report: parse(result.stdout),
    seconds,
    mebibytes: JSON.parse(readFileSync(measured, 'utf8')).maxRSS / 1024,
  };
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`no JSON: ${text.length} characters that begin with ${text.slice(0, 200)}`);
  }
}

function row(what, result, seconds, mebibytes) {
  console.log(`| ${what} | ${result} | ${seconds.toFixed(1)} | ${mebibytes.toFixed(0)} |`);
}

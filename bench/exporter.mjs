// `dashpack exporter ai-live`, end to end: from lines in a file to numbers on /metrics, in the real command, held to one
// core. Events a second, the memory of the process at most, and how long /metrics takes to answer meanwhile.
//
//   node bench/exporter.mjs
//
// Each case starts with an empty file, to which all lines are appended at once: a burst. The three formats take turns,
// over 50 runs; then a million runs, lines that are no JSON, and lines of a megabyte.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dashpack = process.env.BENCH_DASHPACK ?? join(root, 'bin/dashpack.js');
const port = process.env.BENCH_PORT ?? '19110';
const page = `http://127.0.0.1:${port}/metrics`;
const limits = { perSecond: 100_000, mebibytes: 300, scrapeMilliseconds: 500, series: 15_000 };
const ticks = 100; // clock ticks a second in /proc: sysconf(_SC_CLK_TCK) on every Linux
const hasTaskset = spawnSync('taskset', ['--version']).error === undefined;
const work = mkdtempSync(join(tmpdir(), 'dashpack-bench-exporter-'));
let failed = false;

try {
  console.log(
    '| burst | lines | MB | events per second of one core | peak MiB | slowest scrape, ms | lines on the page |',
  );
  console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: |');
  await measure('three formats, 50 runs', 600_000, mixed, { mustBeFast: true });
  await measure('a million runs', 1_000_000, (index) => sample(`run-${index}`, index), {});
  await measure(
    'no JSON',
    500_000,
    () => '{"v":1,"ts_utc":"2026-01-24T12:00:00Z","event":"decision","decision":"acc',
    {},
  );
  await measure('lines of 1.1 MB, too long', 100, () => `{"v":1,"x":"${'x'.repeat(1_100_000)}"}`, {});
} finally {
  rmSync(work, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;

async function measure(name, lines, line, { mustBeFast = false }) {
  const file = join(work, 'events.jsonl');
  writeFileSync(file, '');
  const command = [process.execPath, dashpack, 'exporter', 'ai-live', '--quiet'];
  const child = spawn(hasTaskset ? 'taskset' : 'nice', hasTaskset ? ['-c', '0', ...command] : ['-n', '0', ...command], {
    cwd: root,
    env: { ...process.env, PEAK_TRADE_AI_EVENTS_JSONL: file, PEAK_TRADE_AI_EXPORTER_PORT: port },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = once(child, 'exit');
  try {
    while (!(await scrape().catch(() => '')).includes('dashpack_exporter_file_readable 1')) await setTimeout(50);
    const began = cpuSeconds(child.pid);
    const bytes = append(file, lines, line);
    const { slowest, text } = await watch(lines);
    const cpu = cpuSeconds(child.pid) - began;
    const series = text.split('\n').filter((each) => each !== '' && !each.startsWith('#')).length;
    const peak = Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))[1]) / 1024;
    const perSecond = lines / cpu;
    if (mustBeFast && perSecond < limits.perSecond) failed = true;
    if (peak > limits.mebibytes || slowest > limits.scrapeMilliseconds || series > limits.series) failed = true;
    const cells = [
      name,
      lines,
      (bytes / 1e6).toFixed(0),
      perSecond.toFixed(0),
      peak.toFixed(0),
      slowest.toFixed(0),
      series,
    ];
    console.log(`| ${cells.join(' | ')} |`);
  } finally {
    child.kill();
    await ended;
  }
}

/** Waits until the page shows every line, and returns it with the slowest scrape meanwhile. */
async function watch(lines) {
  let slowest = 0;
  for (;;) {
    const asked = performance.now();
    const text = await scrape();
    slowest = Math.max(slowest, performance.now() - asked);
    if (text.includes(`\ndashpack_exporter_lines_total ${lines}\n`)) return { slowest, text };
    await setTimeout(100);
  }
}

/** All threads together, user and system, the scrapes included: on one core, this is the time it takes. */
function cpuSeconds(pid) {
  const [, , , , , , , , , , , , user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '0 0 ')
    .split(' ');
  return (Number(user) + Number(system)) / ticks;
}

async function scrape() {
  return (await fetch(page)).text();
}

function append(file, lines, line) {
  let bytes = 0;
  let text = '';
  for (let index = 0; index < lines; index += 1) {
    text += `${line(index)}\n`;
    if (text.length < 8_000_000 && index < lines - 1) continue;
    appendFileSync(file, text);
    bytes += Buffer.byteLength(text);
    text = '';
  }
  return bytes;
}

function sample(run, index) {
  const decision = ['accept', 'reject', 'noop'][index % 3];
  const action = decision === 'accept' ? { action: 'submit' } : {};
  return JSON.stringify({
    v: 1,
    ts_utc: new Date(1_769_256_000_000 + index).toISOString(),
    component: 'execution_watch',
    run_id: run,
    event: 'decision',
    decision,
    reason: 'none',
    ...action,
    latency_ms: 1 + (index % 400),
  });
}

function mixed(index) {
  const run = `run_${Math.floor(index / 7) % 50}`;
  const time = new Date(1_769_256_000_000 + index).toISOString();
  if (index % 3 === 0) return sample(run, index);
  if (index % 3 === 1) {
    const event_type = ['INTENT', 'SUBMIT', 'FILL', 'RISK_REJECT'][index % 4];
    return JSON.stringify({
      schema_version: 'BETA_EXEC_V1',
      event_type,
      ts_utc: time,
      reason_code: 'RISK_MAX',
      run_id: run,
      order: { symbol: 'BTC/EUR', side: 'buy', quantity: 0.01, price: 91_234.5 },
    });
  }
  const event_type = ['created', 'submitted', 'filled', 'canceled'][index % 4];
  return JSON.stringify({
    schema: 'execution_event_v0',
    event_type,
    ts: time,
    run_id: run,
    payload: { order_id: `order-${index}`, venue: 'kraken', tags: ['shadow', 'live'] },
  });
}

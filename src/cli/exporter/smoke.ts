import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AnyExporter } from '../../core/exporter/exporter.js';
import { runExporter, type RunningExporter } from '../../core/exporter/run/run-exporter.js';
import { comparePages, type ComparedDelta } from '../../core/exporter/smoke/compare-pages.js';
import { createTransport } from '../../core/live/transport.js';
import type { Finding } from '../../core/model/finding.js';
import type { Host } from '../host.js';
import type { Interruption } from '../interruption.js';
import { clock } from '../live/connect.js';
import { nothing, type Outcome } from '../outcome.js';
import { exporterPort } from './environment.js';
import type { ExporterOptions } from './options.js';

/** The exporter looks at its file five times a second. */
const longestWait = 10_000;

/** Tests an exporter end to end, with an events file of its own: events in, page before, page after. */
export async function smoke(
  exporter: AnyExporter,
  options: ExporterOptions,
  host: Host,
  interruption: Interruption,
): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'dashpack-smoke-'));
  const events = join(folder, 'events.jsonl');
  let running: RunningExporter | undefined;
  try {
    writeFileSync(events, '');
    running = await runExporter({
      exporter,
      environment: host.env,
      events,
      from: 'start',
      address: options.listen,
      port: exporterPort(exporter, host),
      now: () => Date.now() / 1000,
      onProblem: () => undefined,
    });
    return outcomeOf(
      running.url,
      await interruption.wait(Promise.race([measure(exporter, running, events), running.failed])),
    );
  } finally {
    await running?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(
  exporter: AnyExporter,
  { url, state }: RunningExporter,
  events: string,
): Promise<readonly ComparedDelta[]> {
  const { origin, pathname } = new URL(url);
  const transport = createTransport({ baseUrl: origin, clock });
  const scrape = async (): Promise<string> => (await transport.request({ path: pathname })).text;
  const { lines, expected } = exporter.smoke(new Date().toISOString());
  const before = await scrape();
  appendFileSync(events, lines.map((line) => `${line}\n`).join(''));
  const until = clock.now() + longestWait;
  while (state().lines < lines.length && clock.now() < until) await clock.wait(50);
  return comparePages(before, await scrape(), expected);
}

function outcomeOf(url: string, deltas: readonly ComparedDelta[]): Outcome {
  const isRight = ({ expected, found }: ComparedDelta): boolean => expected === found;
  const line = (delta: ComparedDelta): string =>
    `${isRight(delta) ? 'PASS' : 'FAIL'} ${delta.series} +${delta.expected}${isRight(delta) ? '' : `, but +${delta.found}`}\n`;
  const wrong = deltas.filter((delta) => !isRight(delta));
  return {
    ...nothing,
    report: deltas.map(line).join(''),
    summary: `${deltas.length - wrong.length} of ${deltas.length} series grew as they must, on ${url}.\n`,
    told: wrong.map(findingOf),
    data: { url, deltas },
  };
}

function findingOf({ series, expected, found }: ComparedDelta): Finding {
  return {
    id: 'exporter/smoke',
    severity: 'error',
    message: `${series} grew by ${found}, and must by ${expected}`,
    subject: series,
    fix: 'compare how the exporter reads its events with what they should become',
  };
}

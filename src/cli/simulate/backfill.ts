import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { resolve } from 'node:path';
import { Failure } from '../../core/model/failure.js';
import type { Scenario } from '../../core/model/scenario.js';
import type { Pack } from '../../core/pack/pack.js';
import { writeBackfill, type BackfillSummary } from '../../core/simulate/backfill.js';
import type { Host } from '../host.js';
import { nothing, type Outcome } from '../outcome.js';
import { seconds } from '../print-list.js';
import { relativePath } from '../relative-path.js';
import { chooseServer } from './choose.js';
import type { SimulateOptions } from './options.js';
import { parseTime } from './parse-time.js';

/**
 * Writes the history of a server into a file, which is there whole or not at all.
 *
 * @throws Failure where the times are none, or the file cannot be written
 */
export function backfill(file: string, pack: Pack, scenario: Scenario, options: SimulateOptions, host: Host): Outcome {
  const began = performance.now();
  const now = Math.floor(Date.now() / 1000);
  const from = parseTime(options.from, '--from', now);
  const to = parseTime(options.to, '--to', now);
  if (from >= to) throw new Failure('--from is not before --to', { next: 'write --from now-3h --to now' });
  const server = chooseServer(options.server, pack);
  const path = resolve(host.cwd, file);
  const start = to - scenario.shownAt;
  const spec = { pack, server, scenario, from, to, start, seed: options.seed };
  const { series, samples } = writeWhole(path, (write) => writeBackfill(spec, write));
  const relative = relativePath(host.cwd, path);
  const shown = relative.startsWith('..') ? path : relative;
  const took = Math.round(performance.now() - began);
  return {
    ...nothing,
    summary: [
      `${shown}: ${samples} samples of ${series} series, as ${server.datasource.uid} would have them (${seconds(took)})\n`,
      `  next: promtool tsdb create-blocks-from openmetrics ${shown} <data folder of Prometheus>\n`,
    ].join(''),
    data: {
      pack: pack.name,
      scenario: scenario.name,
      server: server.datasource.uid,
      file: shown,
      seed: options.seed,
      from,
      to,
      start,
      series,
      samples,
    },
  };
}

function writeWhole(path: string, fill: (write: (text: string) => void) => BackfillSummary): BackfillSummary {
  const part = `${path}.${process.pid}.part`;
  try {
    const descriptor = openSync(part, 'w');
    try {
      const summary = fill((text) => writeSync(descriptor, text));
      renameSync(part, path);
      return summary;
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    rmSync(part, { force: true });
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new Failure(`${path} cannot be written (${String(error.code)})`, {
      next: 'name a file in a folder that exists and can be written to',
      cause: error,
    });
  }
}

import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { AnyExporter } from '../../core/exporter/exporter.js';
import { Failure } from '../../core/model/failure.js';
import type { Host } from '../host.js';
import type { Interruption } from '../interruption.js';
import { nothing, type Outcome } from '../outcome.js';
import { count } from '../print-list.js';
import { eventsFile } from './environment.js';
import type { ExporterOptions } from './options.js';

/** Appends sample events to a file, one after the other. */
export async function emit(
  exporter: AnyExporter,
  { out, n, intervalMs, runId = exporter.sampleRunId }: ExporterOptions,
  host: Host,
  interruption: Interruption,
): Promise<Outcome> {
  const file = out === undefined ? eventsFile(exporter, host) : resolve(host.cwd, out);
  for (let index = 0; index < n; index += 1) {
    if (index > 0) await interruption.wait(setTimeout(intervalMs));
    append(file, `${JSON.stringify(exporter.sample({ index, time: new Date().toISOString(), runId }))}\n`);
  }
  return { ...nothing, summary: `Appended ${count(n, 'event')} to ${file}.\n`, data: { file, events: n, runId } };
}

function append(file: string, line: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    appendFileSync(file, line);
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw new Failure(`sample events cannot be appended to ${file} (${code})`, {
      next: 'name another file with --out',
      cause: error,
    });
  }
}

import { failed, passed, skipped, type GateResult, type Found } from '../gates/gate-result.js';
import { printAge } from '../cause/print-age.js';
import type { FileState } from './machine.js';
import type { DoctorSettings, LiveProducer } from './settings.js';

/** A file that nobody has written to for longer is stale, in milliseconds. */
const stale = 60_000;

/** A diagnosis: the files that producers read are there, and grow. */
export function diagnoseFiles(settings: DoctorSettings): Promise<readonly GateResult[]> {
  const reading = settings.producers.filter(({ facts, file }) => facts.reads !== undefined || file !== undefined);
  return Promise.all(
    reading.map(async (producer) => ({
      check: 'file',
      subject: producer.facts.job,
      ...(await judge(producer, settings)),
    })),
  );
}

async function judge({ facts, file }: LiveProducer, { machine, clock, watch }: DoctorSettings): Promise<Found> {
  const { job, reads, runbook } = facts;
  const silent = runbook?.silent ?? `see that whoever writes the file of ${job} runs`;
  if (file === undefined) {
    const name = reads?.env ?? '';
    return skipped(
      `${name} is not set here, so nobody knows which file ${job} reads`,
      `export ${name} as it is where ${job} runs, or give --reads ${job}=FILE`,
    );
  }
  const before = machine.file(file);
  if ('reason' in before) return failed(`${file} cannot be read: ${before.reason}`, silent);
  if (before.size === 0) return failed(`${file} is empty: there is no event in it`, silent);
  await clock.wait(watch);
  const after = machine.file(file);
  if ('reason' in after) return failed(`${file} has gone meanwhile: ${after.reason}`, silent);
  return growth(file, before, after, { now: clock.now(), watch, silent });
}

function growth(
  file: string,
  before: FileState,
  after: FileState,
  { now, watch, silent }: { readonly now: number; readonly watch: number; readonly silent: string },
): Found {
  const within = `${Math.round(watch / 100) / 10} s`;
  if (after.size > before.size) return passed(`${file} grows: ${after.size - before.size} bytes in ${within}`);
  if (after.size < before.size) return passed(`${file} was replaced or cut in the last ${within}`);
  const age = Math.max(0, now - after.modified);
  const last = `last written ${printAge(age / 1000)} ago`;
  if (age <= stale) return passed(`${file}: ${last}`);
  return failed(`${file} does not grow: ${last}`, silent);
}

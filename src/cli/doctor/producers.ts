import { resolve } from 'node:path';
import { Failure } from '../../core/model/failure.js';
import type { Pack } from '../../core/pack/pack.js';
import { nearest } from '../../core/text/nearest.js';
import { isHere } from '../../core/inspect/doctor/diagnose-ports.js';
import type { LiveProducer } from '../../core/inspect/doctor/settings.js';
import type { Host } from '../host.js';
import { createConnect } from '../live/connect.js';
import { fromThisMachine } from '../verify/servers.js';
import type { DoctorOptions } from './options.js';

/**
 * The producers of a pack, the way to each, and the file that it reads.
 *
 * @throws Failure where `--reads` names no job
 */
export function findProducers(
  options: DoctorOptions,
  { producers, targetHost }: Pack,
  host: Pick<Host, 'env' | 'cwd'>,
): readonly LiveProducer[] {
  const connect = createConnect(options, host);
  const given = new Map(options.reads.map(readOne));
  return producers.map((facts) => {
    const url = fromThisMachine(`http://${facts.host ?? targetHost}:${facts.port}`);
    const { job, reads } = facts;
    const file = given.get(job) ?? (reads === undefined ? undefined : host.env[reads.env]);
    const path = file === undefined || file === '' ? undefined : resolve(host.cwd, file);
    return { facts, transport: connect(url, {}), isHere: isHere(url), file: path };
  });
}

/**
 * Refuses files for jobs that no pack has.
 *
 * @throws Failure that names the job
 */
export function assertReads({ reads }: DoctorOptions, packs: readonly Pack[]): void {
  const jobs = packs.flatMap(({ producers }) => producers.map(({ job }) => job));
  for (const [job] of reads.map(readOne)) {
    if (jobs.includes(job)) continue;
    const meant = nearest(job, jobs);
    throw new Failure(`no producer is called ${job}${meant === undefined ? '' : `: did you mean ${meant}?`}`, {
      next: `write --reads JOB=FILE with ${jobs.join(', ')}`,
    });
  }
}

function readOne(text: string): readonly [job: string, file: string] {
  const [, job = '', file = ''] = /^([^=]+)=(.+)$/s.exec(text) ?? [];
  if (job === '') throw new Failure(`--reads ${text} names no job and file`, { next: 'write --reads JOB=FILE' });
  return [job, file];
}

import { resolve } from 'node:path';
import type { AnyExporter } from '../../core/exporter/exporter.js';
import { Failure } from '../../core/model/failure.js';
import type { Host } from '../host.js';

/**
 * The events file that the environment names, absolute.
 *
 * @throws Failure where it names none
 */
export function eventsFile({ environment }: AnyExporter, { env, cwd }: Pick<Host, 'env' | 'cwd'>): string {
  const path = env[environment.events] ?? '';
  if (path !== '') return resolve(cwd, path);
  throw new Failure(`${environment.events} is not set: it names the events file`, {
    next: `export ${environment.events}="logs/events.jsonl"`,
  });
}

/**
 * The port: the environment's, or that of the contract.
 *
 * @throws Failure where the environment names none that exists
 */
export function exporterPort({ environment, producer }: AnyExporter, { env }: Pick<Host, 'env'>): number {
  const text = env[environment.port] ?? '';
  if (text === '') return producer.port;
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new Failure(`${environment.port} is not a port: ${JSON.stringify(text)}`, {
    next: `unset it: the port is then ${producer.port}`,
  });
}

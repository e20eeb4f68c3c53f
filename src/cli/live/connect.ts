import { setTimeout } from 'node:timers/promises';
import type { Clock } from '../../core/live/clock.js';
import type { Credentials } from '../../core/live/credentials.js';
import { createTransport, type Transport } from '../../core/live/transport.js';
import { Failure } from '../../core/model/failure.js';
import type { Host } from '../host.js';
import { parseDuration } from '../parse-duration.js';

/** How servers are asked. */
export interface ConnectOptions {
  /** A PromQL duration. */
  readonly timeout: string;
  readonly concurrency: string;
}

/** The time of this machine. */
export const clock: Clock = {
  now: () => performance.timeOrigin + performance.now(),
  wait: async (milliseconds) => {
    await setTimeout(milliseconds);
  },
};

/**
 * Makes the ways to servers.
 *
 * @throws Failure where an option is not a number, or the environment switches the verification of TLS off
 */
export function createConnect(
  { timeout, concurrency }: ConnectOptions,
  { env }: Pick<Host, 'env'>,
): (url: string, credentials: Credentials) => Transport {
  const seconds = parseDuration(timeout, '--timeout', '30s');
  if (!/^[1-9]\d{0,2}$/.test(concurrency))
    throw new Failure(`--concurrency ${concurrency} is not a number from 1 to 999`, { next: 'write --concurrency 4' });
  if (env['NODE_TLS_REJECT_UNAUTHORIZED'] === '0') {
    throw new Failure('NODE_TLS_REJECT_UNAUTHORIZED=0 is set, so that nobody knows which server answers', {
      next: 'unset it, and trust the authority of the server with NODE_EXTRA_CA_CERTS=<file>',
    });
  }
  return (baseUrl, credentials) =>
    createTransport({ baseUrl, credentials, clock, timeout: seconds * 1000, concurrency: Number(concurrency) });
}

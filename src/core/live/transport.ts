import { classifyError } from './classify-error.js';
import type { Clock } from './clock.js';
import { credentialHeaders, secretsIn, type Credentials } from './credentials.js';
import { createLimiter } from './limiter.js';
import { LiveFailure } from './live-failure.js';
import { readBody } from './read-body.js';
import { createRedact, type Redact } from './redact.js';
import { encodeParameters, type LiveAnswer, type LiveRequest } from './request.js';
import { retryDelay } from './retry.js';
import { send } from './send.js';
import { statusFailure } from './status-failure.js';

/** The options of a transport. */
export interface TransportOptions {
  /** `http://prometheus:9090`, with a path where the server stands below one. Without user and password. */
  readonly baseUrl: string;
  readonly clock: Clock;
  readonly credentials?: Credentials;
  /** In milliseconds, of one attempt, until the whole answer is there. Default 30,000. */
  readonly timeout?: number;
  /** How many questions are open at once. Default 4. */
  readonly concurrency?: number;
  /** How often a question is repeated. Default 2. */
  readonly retries?: number;
  /** In bytes. Default 64 MiB. */
  readonly mostBytes?: number;
}

/** The way to one server: everything that is asked of it goes through here. */
export interface Transport {
  /** The base address, for messages. */
  readonly url: string;
  readonly redact: Redact;
  /**
   * Asks. What may pass by itself (a refused or broken connection, the statuses 429, 502, 503 and 504) is asked again,
   * later each time, or when the server says.
   *
   * @throws LiveFailure where there is no answer, or one with a status that is neither a success nor accepted
   */
  request(request: LiveRequest): Promise<LiveAnswer>;
  /** The same server, credentials and limits, below a path of it. */
  under(path: string): Transport;
}

/**
 * Makes the way to a server.
 *
 * @throws LiveFailure where the base address is none
 */
export function createTransport(options: TransportOptions): Transport {
  const { credentials = {}, timeout = 30_000, retries = 2, mostBytes = 64 * 2 ** 20, clock } = options;
  const redact = createRedact(secretsIn(credentials));
  const limited = createLimiter(options.concurrency ?? 4);
  const secretHeaders = credentialHeaders(credentials);
  const base = baseOf(options.baseUrl, redact);

  const attempt = async (request: LiveRequest, url: URL): Promise<Tried> => {
    const parameters = encodeParameters(request.parameters);
    const asked = new URL(url);
    if (request.form !== true) asked.search = parameters.toString();
    const name = `${url.origin}${url.pathname}`;
    const began = clock.now();
    try {
      const signal = AbortSignal.timeout(timeout);
      const form = request.form === true ? parameters : undefined;
      const { response, withoutCredentials } = await send({ url: asked, form, secretHeaders, signal });
      const text = await readBody(response, mostBytes, name);
      const { status } = response;
      const milliseconds = clock.now() - began;
      if (response.ok || request.accept?.includes(status) === true)
        return { answer: { status, text, url: name, milliseconds } };
      const failure = statusFailure({ status, text, url: name, withoutCredentials, redact });
      return { failure, retryAfter: response.headers.get('retry-after') };
    } catch (error) {
      return { failure: error instanceof LiveFailure ? error : classifyError(error, name, redact), retryAfter: null };
    }
  };

  const ask = async (request: LiveRequest, url: URL): Promise<LiveAnswer> => {
    for (let round = 0; ; round += 1) {
      const tried = await attempt(request, url);
      if ('answer' in tried) return tried.answer;
      const delay = round < retries ? retryDelay(tried.failure, tried.retryAfter, round, clock.now()) : undefined;
      if (delay === undefined) throw tried.failure;
      await clock.wait(delay);
    }
  };

  const below = (path: string): Transport => ({
    url: `${base}${path}`,
    redact,
    request: (request) => limited(() => ask(request, new URL(`${base}${path}${request.path}`))),
    under: (more) => below(`${path}${more}`),
  });
  return below('');
}

type Tried = { readonly answer: LiveAnswer } | { readonly failure: LiveFailure; readonly retryAfter: string | null };

function baseOf(text: string, redact: Redact): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') {
    throw new LiveFailure('unreachable', `${redact(text)} is not the address of a server`, {
      next: 'write it as http://host:port or https://host, without user and password',
    });
  }
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

import { LiveFailure, type LiveFailureKind } from './live-failure.js';
import type { Redact } from './redact.js';

/** Codes of Node and of OpenSSL by what they mean. Whatever else there is means that no way leads to the server. */
const codes: readonly (readonly [RegExp, LiveFailureKind])[] = [
  [/^ECONNREFUSED$/, 'refused'],
  [/^(?:ETIMEDOUT|UND_ERR_(?:CONNECT|HEADERS|BODY)_TIMEOUT)$/, 'timeout'],
  [/CERT|SIGNATURE|^ERR_(?:TLS|SSL)|^EPROTO$|^UNABLE_TO_/, 'tls'],
];

const sentences: Readonly<Partial<Record<LiveFailureKind, readonly [string, string]>>> = {
  refused: ['nobody listens there', 'start the server, or correct the address'],
  timeout: ['it did not answer in time', 'try again, or give it longer with --timeout'],
  tls: [
    'the secure connection failed',
    'trust the authority that signed its certificate with NODE_EXTRA_CA_CERTS=<file>, or correct the address',
  ],
};

/** The meaning of an error of `fetch`. */
export function classifyError(error: unknown, url: string, redact: Redact): LiveFailure {
  const reason = deepest(error);
  const code = codeOf(reason) ?? codeOf(error);
  const isTimeout = error instanceof Error && error.name === 'TimeoutError';
  const kind = isTimeout ? 'timeout' : (codes.find(([pattern]) => pattern.test(code ?? ''))?.[1] ?? 'unreachable');
  const [what, next] = sentences[kind] ?? ['it cannot be reached', 'correct the address, or look at the network'];
  const detail = isTimeout ? '' : ` (${redact(code ?? (reason instanceof Error ? reason.message : String(reason)))})`;
  return new LiveFailure(kind, redact(`${url}: ${what}${detail}`), { next, cause: clean(reason, redact) });
}

/** The cause, for who looks closer, without what must not be seen. */
function clean(reason: unknown, redact: Redact): Error {
  return new Error(redact(reason instanceof Error ? reason.message : String(reason)));
}

function deepest(error: unknown): unknown {
  let inner = error;
  for (let depth = 0; depth < 8 && inner instanceof Error && inner.cause !== undefined; depth += 1) inner = inner.cause;
  return inner;
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

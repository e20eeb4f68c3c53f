import { LiveFailure } from './live-failure.js';
import type { Redact } from './redact.js';

/** An answer that is not a success. */
export interface Refusal {
  readonly status: number;
  readonly text: string;
  readonly url: string;
  /** True where it came from a server to which a redirect led, and to which no credentials were sent. */
  readonly withoutCredentials: boolean;
  readonly redact: Redact;
}

const next: Readonly<Record<number, string>> = {
  401: 'sign in: --bearer, --basic or --header say where the credentials are',
  403: 'use credentials that may read this',
  404: 'correct the address: the path before /api may be missing',
  429: 'ask less at once with --concurrency, or try again later',
};

/** An answer that is not a success, as a failure with what the server says. */
export function statusFailure({ status, text, url, withoutCredentials, redact }: Refusal): LiveFailure {
  const said = messageIn(text);
  const message = `${url}: it answers with status ${status}${said === '' ? '' : `: ${said}`}`;
  const isElsewhere = withoutCredentials && (status === 401 || status === 403);
  return new LiveFailure('status', redact(message), {
    next: isElsewhere
      ? 'it redirects to another server, to which no credentials are sent: name that server itself'
      : (next[status] ?? (status >= 500 ? 'look at the log of the server' : 'correct the address')),
    status,
  });
}

const longest = 300;

/** The message of a server in the words that Prometheus or Grafana have for it, or the beginning of a plain text. */
function messageIn(text: string): string {
  const said = ownWords(text) ?? (/^\s*</.test(text) ? '' : text);
  const line = said.replaceAll(/\s+/g, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}

function ownWords(text: string): string | undefined {
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json !== 'object' || json === null) return undefined;
    const words = json as Readonly<Record<string, unknown>>;
    return [words['error'], words['message']].find((each) => typeof each === 'string');
  } catch {
    return undefined;
  }
}

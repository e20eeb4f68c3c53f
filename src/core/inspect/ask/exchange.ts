import { LiveFailure } from '../../live/live-failure.js';
import type { LiveRequest } from '../../live/request.js';
import type { Transport } from '../../live/transport.js';
import { scrub } from './scrub.js';

/** One question to a server and its answer, without secrets. */
export interface Exchange {
  readonly method: 'GET' | 'POST';
  /** With the parameters of a question that is asked in the address. */
  readonly url: string;
  /** The parameters of a question that is posted, a line each. */
  readonly form: string;
  /** Absent where there was no answer. */
  readonly status: number | undefined;
  /** The answer, or the reason why there was none. */
  readonly answer: string;
  readonly milliseconds: number | undefined;
}

/** In characters: evidence is read by people. */
const longest = 200_000;

/** The same way to a server; what is asked on it is noted. */
export function recording(transport: Transport, note: (exchange: Exchange) => void): Transport {
  return {
    url: transport.url,
    redact: transport.redact,
    async request(request) {
      const asked = describe(transport, request);
      try {
        const answer = await transport.request(request);
        const { status, text, milliseconds } = answer;
        note({
          ...asked,
          status,
          answer: shorten(scrub(transport.redact(text))),
          milliseconds: Math.round(milliseconds),
        });
        return answer;
      } catch (error) {
        if (error instanceof LiveFailure)
          note({ ...asked, status: error.status, answer: scrub(error.message), milliseconds: undefined });
        throw error;
      }
    },
    under: (path) => recording(transport.under(path), note),
  };
}

function describe(
  { url, redact }: Transport,
  { path, parameters = {}, form = false }: LiveRequest,
): Pick<Exchange, 'method' | 'url' | 'form'> {
  const lines = Object.entries(parameters).flatMap(([name, value]) =>
    [value ?? []].flat().map((each) => `${name}=${String(each)}`),
  );
  const query = form || lines.length === 0 ? '' : `?${lines.join('&')}`;
  return {
    method: form ? 'POST' : 'GET',
    url: scrub(redact(`${url}${path}${query}`)),
    form: form ? scrub(redact(lines.join('\n'))) : '',
  };
}

function shorten(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}\n… and ${text.length - longest} more characters` : text;
}

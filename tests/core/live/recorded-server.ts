import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** A request that a test expects, and what it is answered. */
export interface Exchange {
  /** Default `GET`. */
  readonly method?: string;
  readonly path: string;
  /** The parameters, in the address or in the form: exactly these. Default none. */
  readonly parameters?: Readonly<Record<string, string | readonly string[]>>;
  /** Headers that must be there; `undefined`: must not. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** Default 200. */
  readonly status?: number;
  readonly json?: unknown;
  readonly text?: string;
  readonly answerHeaders?: Readonly<Record<string, string>>;
  /** Answers after so many milliseconds. */
  readonly after?: number;
  /** Breaks the connection rather than answer. */
  readonly breaks?: boolean;
  /** How often it may come. Default once. */
  readonly times?: number;
}

/** A local server that answers what a test expects, once each; anything else is an error. */
export interface RecordedServer {
  readonly url: string;
  /** The requests that came, in order: `GET /api/health`. */
  readonly came: readonly string[];
  /** How many were open at once, at most. */
  mostOpen(): number;
}

/** Starts a server on 127.0.0.1. When the test ends, it fails if something else, or not everything, was asked. */
export async function startRecordedServer(exchanges: readonly Exchange[]): Promise<RecordedServer> {
  const open = exchanges.flatMap((each) => Array.from({ length: each.times ?? 1 }, () => each));
  const came: string[] = [];
  const strange: string[] = [];
  let [openNow, mostOpen] = [0, 0];
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    openNow += 1;
    mostOpen = Math.max(mostOpen, openNow);
    response.on('close', () => (openNow -= 1));
    const form = await readForm(request);
    const url = new URL(request.url ?? '/', 'http://localhost');
    const parameters = [...url.searchParams, ...new URLSearchParams(form)];
    came.push(`${request.method} ${url.pathname}`);
    const index = open.findIndex((each) => fits(each, request, url.pathname, parameters));
    const [exchange] = index === -1 ? [] : open.splice(index, 1);
    if (exchange === undefined) {
      strange.push(`${request.method} ${request.url} ${form} ${JSON.stringify(request.headers)}`);
      response.writeHead(418).end('nobody expects this request');
      return;
    }
    if (exchange.breaks === true) {
      request.socket.destroy();
      return;
    }
    setTimeout(() => {
      const body = exchange.text ?? JSON.stringify(exchange.json ?? null);
      response.writeHead(exchange.status ?? 200, { 'content-type': 'application/json', ...exchange.answerHeaders });
      response.end(body);
    }, exchange.after ?? 0);
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
    if (strange.length > 0) throw new Error(`nobody expects:\n${strange.join('\n')}`);
    if (open.length > 0) throw new Error(`nobody asked:\n${open.map(({ path }) => path).join('\n')}`);
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, came, mostOpen: () => mostOpen };
}

async function readForm(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  return text;
}

function fits(
  { method = 'GET', path, parameters = {}, headers = {} }: Exchange,
  request: IncomingMessage,
  asked: string,
  given: readonly (readonly [string, string])[],
): boolean {
  const wanted = Object.entries(parameters).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((each) => `${name}=${each}`),
  );
  const came = given.map(([name, value]) => `${name}=${value}`);
  return (
    request.method === method &&
    asked === path &&
    wanted.toSorted().join('&') === came.toSorted().join('&') &&
    Object.entries(headers).every(([name, value]) => request.headers[name.toLowerCase()] === value)
  );
}

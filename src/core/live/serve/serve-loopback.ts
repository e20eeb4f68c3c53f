import { randomBytes, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { explainPort } from './port-failure.js';

/** A request of the page: its path is what stands behind the secret. */
export interface LoopbackRequest {
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

/** The answer to a request; `stream` keeps the connection for events. */
export type LoopbackAnswer =
  { readonly status?: number; readonly type: string; readonly body: string | Buffer } | 'stream';

/** A server for pages of this machine. */
export interface LoopbackServer {
  /** With the secret in its path: whoever has the address may look. */
  readonly url: string;
  /** Sends an event to every stream. */
  send(event: string): void;
  stop(): Promise<void>;
}

/** In bytes: longer than any question of a page. */
const longest = 64 * 1024;

/** A page may load what it has, and ask only where it came from. */
const headers = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; font-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/**
 * Serves on the loopback address, and answers nobody but its own pages: the address, the origin and a secret in the path
 * must be right.
 *
 * @param port 0 for any that is free
 * @param job whose port it is, for messages
 * @throws PortFailure where it is taken
 */
export async function serveLoopback(
  port: number,
  job: string,
  answer: (request: LoopbackRequest) => Promise<LoopbackAnswer>,
): Promise<LoopbackServer> {
  const secret = randomBytes(16).toString('hex');
  const streams = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      refuse(response, 500, error instanceof Error ? error.message : String(error));
    });
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const own = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { host, origin } = request.headers;
    if (host !== own || (origin !== undefined && origin !== `http://${own}`)) {
      refuse(response, 403, 'only the page itself may ask');
      return;
    }
    const [, given = '', ...rest] = (request.url ?? '').split('/');
    if (!isSame(given, secret)) {
      refuse(response, 403, 'this is not the address that was printed');
      return;
    }
    const body = await readBody(request);
    if (body === undefined) {
      refuse(response, 413, 'this is longer than any question of the page');
      return;
    }
    const answered = await answer({ method: request.method ?? '', path: rest.join('/'), body });
    if (answered === 'stream') {
      response.writeHead(200, { ...headers, 'content-type': 'text/event-stream' });
      response.write(': open\n\n');
      streams.add(response);
      response.on('close', () => streams.delete(response));
      return;
    }
    response.writeHead(answered.status ?? 200, { ...headers, 'content-type': `${answered.type}; charset=utf-8` });
    response.end(answered.body);
  }

  await listen(server, port, job);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/${secret}/`,
    send(event) {
      for (const stream of streams) stream.write(`event: ${event}\ndata: {}\n\n`);
    },
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function listen(server: Server, port: number, job: string): Promise<void> {
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (error) {
    throw await explainPort(error, { address: '127.0.0.1', port, job });
  }
}

function isSame(given: string, secret: string): boolean {
  return given.length === secret.length && timingSafeEqual(Buffer.from(given), Buffer.from(secret));
}

/** Undefined where it is too long. */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > longest) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function refuse(response: ServerResponse, status: number, why: string): void {
  if (!response.headersSent) response.writeHead(status, { ...headers, 'content-type': 'text/plain; charset=utf-8' });
  response.end(`${why}\n`);
}

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { explainPort, type ListenAddress } from './port-failure.js';

/** A page that is made anew for each scrape. */
export interface ServedPage {
  /** `/metrics`. */
  readonly path: string;
  readonly contentType: string;
  text(): Promise<string>;
}

/** A page that is being served. */
export interface PageServer {
  /** Of the page. */
  readonly url: string;
  /** Ends at once, open connections included. */
  close(): Promise<void>;
}

/**
 * Serves one page over HTTP, to be read only.
 *
 * @throws PortFailure where the port cannot be listened on, naming who holds it
 */
export async function servePage(page: ServedPage, listen: ListenAddress): Promise<PageServer> {
  let making: Promise<string> | undefined;
  /** Who asks while a page is being made gets the same one. */
  const make = (): Promise<string> => {
    making ??= page.text().finally(() => {
      making = undefined;
    });
    return making;
  };
  const server = createServer((request, response) => {
    void answer(request, response, page, make);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: listen.address, port: listen.port, exclusive: true }, resolve);
  }).catch(async (error: unknown) => {
    throw await explainPort(error, listen);
  });
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : listen.port;
  const host = listen.address.includes(':') ? `[${listen.address}]` : listen.address;
  return {
    url: `http://${host}:${port}${page.path}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  { method, url = '' }: IncomingMessage,
  response: ServerResponse,
  page: ServedPage,
  make: () => Promise<string>,
): Promise<void> {
  const text = (status: number, body: string, headers: Readonly<Record<string, string>> = {}): void => {
    response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...headers });
    response.end(method === 'HEAD' ? '' : body);
  };
  if (url.split('?')[0] !== page.path) return text(404, `There is nothing here: read ${page.path}\n`);
  if (method !== 'GET' && method !== 'HEAD') return text(405, 'This page can only be read.\n', { allow: 'GET, HEAD' });
  try {
    text(200, await make(), { 'content-type': page.contentType });
  } catch (error) {
    text(500, `The page could not be made: ${error instanceof Error ? error.message : String(error)}\n`);
  }
}

import { createServer } from 'node:http';
import { onTestFinished } from 'vitest';

/** A process that serves a page, which a test may change. */
export interface Page {
  /** What `/metrics` answers from now on. */
  set(text: string, status?: number): void;
  /** Nobody listens any more. */
  stop(): Promise<void>;
}

/** Serves a page at `/metrics` of a port of 127.0.0.1; every other path is not found. It ends with the test. */
export async function servePage(port: number, first: string): Promise<Page> {
  let [text, status] = [first, 200];
  const server = createServer((request, response) => {
    const isPage = request.url === '/metrics';
    response.writeHead(isPage ? status : 404, { 'content-type': 'text/plain; version=0.0.4' });
    response.end(isPage ? text : 'not found');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
  };
  onTestFinished(stop);
  return {
    set(next, code = 200) {
      [text, status] = [next, code];
    },
    stop,
  };
}

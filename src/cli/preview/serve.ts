import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  serveLoopback,
  type LoopbackAnswer,
  type LoopbackRequest,
  type LoopbackServer,
} from '../../core/live/serve/serve-loopback.js';
import { NoSuch } from '../../core/inspect/preview/no-such.js';
import type { Client } from './client.js';
import type { Preview } from './preview.js';
import { readPanelRequest, readScope } from './shapes.js';

/** Hears every question, and what was answered. */
export type Listener = (path: string, question: object, answer: object) => void;

/**
 * Serves the page of a preview, and what it asks.
 *
 * @param port 0 for any that is free
 * @throws PortFailure where it is taken
 */
export function servePreview(preview: Preview, client: Client, port = 0, listener?: Listener): Promise<LoopbackServer> {
  const answer = async ({ method, path, body }: LoopbackRequest): Promise<LoopbackAnswer> => {
    switch (`${method} ${path}`) {
      case 'GET ':
        return { type: 'text/html', body: client.page({ title: 'dashpack' }) };
      case 'GET client.js':
        return { type: 'text/javascript', body: readFileSync(join(client.folder, 'client.js')) };
      case 'GET api/events':
        return 'stream';
      case 'GET api/state':
        return { type: 'application/json', body: JSON.stringify(preview.state) };
      case 'POST api/dashboard':
        return reply('dashboard', readScope(body), (scope) => preview.dashboard(scope));
      case 'POST api/panel':
        return reply('panel', readPanelRequest(body), (asked) => preview.panel(asked));
      default:
        return { status: 404, type: 'text/plain', body: `there is no ${path}\n` };
    }
  };

  async function reply<Question extends object>(
    path: string,
    asked: Question | undefined,
    work: (question: Question) => Promise<object>,
  ): Promise<LoopbackAnswer> {
    if (asked === undefined) return { status: 400, type: 'text/plain', body: 'this is not a question of the page\n' };
    try {
      const found = await work(asked);
      listener?.(path, asked, found);
      return { type: 'application/json', body: JSON.stringify(found) };
    } catch (error) {
      if (error instanceof NoSuch) return { status: 404, type: 'text/plain', body: `${error.message}\n` };
      throw error;
    }
  }

  return serveLoopback(port, 'the preview', answer);
}

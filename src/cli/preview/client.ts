import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { FaultsError } from '../fault.js';
import type { Host } from '../host.js';

/** The package with the page that draws: `dashpack-preview`. */
export interface Client {
  /** The folder with the files of the page. */
  readonly folder: string;
  /** The page as HTML: of a server, or with the answers that it shows. */
  page(given: { readonly title: string; readonly recorded?: object }): string;
}

/**
 * Loads the package with the page: as the project has it installed, or as it stands in dashpack's own repository.
 *
 * @throws FaultsError where it is not there, or not built, which says how to get it
 */
export async function loadClient({ cwd, home }: Pick<Host, 'cwd' | 'home'>): Promise<Client> {
  const own = join(home, 'packages/preview/index.js');
  const entry = existsSync(own) ? own : installedAt(cwd);
  const next = existsSync(own) ? 'npm run preview' : 'npm install --save-dev dashpack-preview, in the project';
  const client = entry === undefined ? undefined : ((await import(pathToFileURL(entry).href)) as Client);
  if (client !== undefined && existsSync(join(client.folder, 'client.js'))) return client;
  const message =
    client === undefined
      ? 'the package dashpack-preview, which draws, is not installed'
      : `the page is not built: ${join(dirname(entry ?? ''), 'dist')} is missing`;
  throw new FaultsError([{ message, next, exitCode: 3 }]);
}

function installedAt(cwd: string): string | undefined {
  try {
    return createRequire(join(cwd, 'package.json')).resolve('dashpack-preview');
  } catch {
    return undefined;
  }
}

import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Failure } from '../../core/model/failure.js';
import { findAbove } from '../find-above.js';
import { relativePath } from '../relative-path.js';

/** The name that is looked for where none is given. */
export const defaultConfig = 'dashpack.config.ts';

const example = `
    import { defineConfig, pack } from 'dashpack';
    import * as catalog from './catalog.js'; // roles, datasources, producers, metrics

    export default defineConfig({
      packs: [
        pack({
          name: 'my-team',
          title: 'My team',
          roles: [catalog.LOCAL],
          datasources: [catalog.prometheus],
          bindings: { LOCAL: catalog.prometheus },
          producers: [catalog.web],
          metrics: [catalog],
          dashboards: [() => import('./dashboards/web.js')],
        }),
      ],
    });`;

/**
 * Finds the configuration file and returns its absolute path.
 *
 * @param name as given with `--config`, relative to the working folder
 * @throws Failure that says where it looked, and how to start
 */
export function findConfig(name: string | undefined, cwd: string): string {
  const file = resolve(cwd, name ?? defaultConfig);
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats?.isFile() === true) return file;
  if (stats !== undefined) {
    throw new Failure(`${file} is not a file`, { next: 'name the configuration itself with --config <file>' });
  }
  if (name !== undefined) {
    throw new Failure(`there is no configuration ${file}`, { next: `correct --config, or create ${name}` });
  }
  const above = findAbove(dirname(cwd), defaultConfig);
  if (above !== undefined) {
    throw new Failure(`there is no configuration: looked for ${file}`, {
      next: `run dashpack in ${dirname(above)}, or with --config ${relativePath(cwd, above)}`,
    });
  }
  throw new Failure(`there is no configuration: looked for ${file}`, {
    next: `name it with --config <file>, or create ${defaultConfig}, for example:\n${example}`,
  });
}

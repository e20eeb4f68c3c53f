import { accessSync, constants } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { Failure } from '../../core/model/failure.js';
import { FaultsError } from '../fault.js';
import type { Host } from '../host.js';

/** The names of the browsers that are driven here, in the order in which they are looked for in `PATH`. */
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

/** Where they stand without being in `PATH`. */
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/snap/bin/chromium',
];

/**
 * The path of a Chromium.
 *
 * @param named what `--browser` says, from the working folder
 * @throws Failure where that is no program; FaultsError where none is installed, which says how to install one
 */
export function findBrowser(named: string | undefined, { cwd, env }: Pick<Host, 'cwd' | 'env'>): string {
  if (named !== undefined) {
    const path = resolve(cwd, named);
    if (isProgram(path)) return path;
    throw new Failure(`--browser ${named} is not a program`, { next: 'give the path of Chromium or Chrome' });
  }
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const found = [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...places].find(isProgram);
  if (found !== undefined) return found;
  throw new FaultsError([
    {
      message: 'no Chromium is installed, and it draws the pictures',
      next: 'on Debian: apt-get update && apt-get install -y chromium; elsewhere: name one with --browser',
      exitCode: 3,
    },
  ]);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

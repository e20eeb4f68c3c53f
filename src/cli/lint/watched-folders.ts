import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Failure } from '../../core/model/failure.js';
import { findConfig } from '../config/find-config.js';
import type { Host } from '../host.js';
import { sourceFolders } from '../watch/source-folders.js';
import type { Work } from '../watch/watching.js';
import type { LintOptions } from './options.js';

/**
 * The folders that `lint --watch` watches: those that are named, with all below them; a configuration says itself which
 * files it is made of, unless it cannot be read.
 *
 * @throws Failure where lint was asked to change files, which it would then see as changes
 */
export function watchedFolders(
  paths: readonly string[],
  { config, fix = false, updateBaseline = false }: LintOptions,
  { cwd }: Host,
): Work['folders'] {
  if (fix || updateBaseline) {
    throw new Failure('--watch only looks, and changes nothing', { next: 'leave out --fix and --update-baseline' });
  }
  const named = paths.map((path) => resolve(cwd, path));
  const project = paths.length === 0 ? dirname(findConfig(config, cwd)) : undefined;
  return (isComplete) => {
    const folders = named.filter((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true);
    return [...folders, ...(isComplete || project === undefined ? [] : [project])].flatMap(sourceFolders);
  };
}

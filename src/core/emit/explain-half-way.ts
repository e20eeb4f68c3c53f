import { join } from 'node:path';
import { Failure } from '../model/failure.js';
import type { Journal } from './apply-plan.js';
import type { CommitPlan } from './plan-commit.js';

/**
 * Tells which files a commit that failed half-way had put in place, and which are as they were. A failure before the
 * first file comes back with that one sentence more.
 *
 * @param plans All of the commit's plans, in the order in which they are carried out.
 */
export function explainHalfWay(failure: Failure, plans: readonly CommitPlan[], journal: Journal): Failure {
  const { next, position } = failure;
  const all = plans.flatMap(({ stage, written }) => written.map((path) => join(stage.folder, path)));
  const done = new Set(journal.written);
  const lines = [
    failure.message,
    list('new', journal.written),
    list(
      'as before',
      all.filter((path) => !done.has(path)),
    ),
    list('deleted', journal.deleted),
  ];
  const isHalfWay = journal.written.length + journal.deleted.length > 0;
  return new Failure(
    isHalfWay ? lines.filter((line) => line !== '').join('\n') : `${failure.message}. No file was changed`,
    {
      next: isHalfWay ? `${next}; another build completes the change, and no file is half written` : next,
      position,
      cause: failure,
    },
  );
}

/** The paths are in the order of the commit, so that the first and the last name the rest. */
function list(state: string, paths: readonly string[]): string {
  const shown = paths.length > 40 ? [...paths.slice(0, 38), `… ${paths.length - 39} more up to`, paths.at(-1)] : paths;
  return paths.length === 0 ? '' : `  ${state} (${paths.length}): ${shown.join(', ')}`;
}

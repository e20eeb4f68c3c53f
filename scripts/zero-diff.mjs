// Builds, and fails unless git agrees that generated/ is what the build writes. A file that git ignores cannot differ,
// and neither can one that does not exist: both fail.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const problems = isWorkTree() ? checkAgainstGit() : checkAgainstDisk();
for (const problem of problems) console.log(`zero diff: ${problem}`);
process.exitCode = problems.length > 0 ? 1 : 0;

function checkAgainstGit() {
  if (!dashpack('build')) return ['the build failed'];
  if (git('ls-files', '--', 'generated').length === 0)
    return ['git knows no file under generated/, so nothing can differ: git add generated'];
  const ignored = git('ls-files', '--others', '--ignored', '--exclude-standard', '--', 'generated');
  if (ignored.length > 0) return [`git ignores files under generated/, so they cannot differ: ${ignored.join(', ')}`];
  const status = git('status', '--porcelain', '--untracked-files=all', '--', 'generated');
  const changed = status.filter((line) => line[1] !== ' '); // the first column is staged: the commit will have it
  if (changed.length === 0) return [];
  return [
    `the build wrote what is neither committed nor staged. Look at it, then git add generated:\n${changed.join('\n')}`,
  ];
}

/** Outside a git work tree, in an unpacked archive, the files as they lie there are what is compared. */
function checkAgainstDisk() {
  return dashpack('check') ? [] : ['the files under generated/ are not what the build writes'];
}

/** Throws where there is a repository that git refuses to read: then nothing would be proven. */
function isWorkTree() {
  try {
    return git('rev-parse', '--is-inside-work-tree')[0] === 'true';
  } catch (error) {
    if (existsSync(join(root, '.git'))) throw error;
    return false;
  }
}

/** Runs git and returns the lines that it printed. */
function git(...args) {
  const text = execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  return text.split('\n').filter((line) => line !== '');
}

/** True where the command found nothing wrong; what it says is printed. */
function dashpack(command) {
  return spawnSync(process.execPath, ['bin/dashpack.js', command], { cwd: root, stdio: 'inherit' }).status === 0;
}

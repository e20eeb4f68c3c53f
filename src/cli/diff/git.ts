import { spawnSync } from 'node:child_process';
import { Failure } from '../../core/model/failure.js';
import type { Host } from '../host.js';

/** A file of a commit: its path from the folder that was asked for, and its text. */
export interface CommittedFile {
  readonly path: string;
  readonly text: string;
}

/** In bytes: more than any repository has of generated files. */
const mostBytes = 2 ** 30;

/** The environment that git runs in, and the folder. */
export type GitPlace = Pick<Host, 'env' | 'cwd'>;

/** The hash of the commit that a ref names; undefined where there is none, or no repository. */
export function findCommit(ref: string, place: GitPlace): string | undefined {
  const answer = git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`], place);
  return answer.status === 0 ? answer.stdout.toString('utf8').trim() : undefined;
}

/**
 * Reads the files below a folder as a commit has them. The working tree is not touched.
 *
 * @param folder from the folder of `place`
 */
export function readCommit(commit: string, folder: string, place: GitPlace): readonly CommittedFile[] {
  const prefix = asked(['rev-parse', '--show-prefix'], place).toString('utf8').replace(/\n$/, '');
  const root = normal(`${prefix}${folder}`);
  const listed = asked(['ls-tree', '-r', '-z', '--full-tree', commit, '--', root === '' ? '.' : `${root}/`], place);
  const files = listed
    .toString('utf8')
    .split('\0')
    .flatMap((line) => {
      const [, hash = '', path = ''] = /^100\d{3} blob ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
      return path === '' ? [] : [{ hash, path: root === '' ? path : path.slice(root.length + 1) }];
    });
  const texts = readBlobs(
    files.map(({ hash }) => hash),
    place,
  );
  return files.map(({ path }, index) => ({ path, text: texts[index] ?? '' }));
}

/** The contents of blobs, in their order: one process for all. */
function readBlobs(hashes: readonly string[], place: GitPlace): readonly string[] {
  if (hashes.length === 0) return [];
  const all = asked(['cat-file', '--batch'], place, `${hashes.join('\n')}\n`);
  const texts: string[] = [];
  let at = 0;
  while (at < all.length) {
    const end = all.indexOf('\n', at);
    const size = Number(all.toString('utf8', at, end).split(' ')[2]);
    texts.push(all.toString('utf8', end + 1, end + 1 + size));
    at = end + 1 + size + 1;
  }
  return texts;
}

/** A path without `.` and `..`, as git names it. */
function normal(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function asked(words: readonly string[], place: GitPlace, input?: string): Buffer {
  const { status, stdout, stderr } = git(words, place, input);
  if (status === 0) return stdout;
  const [reason = ''] = stderr.toString('utf8').trim().split('\n');
  throw new Failure(`git ${words[0] ?? ''} failed: ${reason}`, {
    next: 'see that git works in this folder: git status',
  });
}

function git(
  words: readonly string[],
  { env, cwd }: GitPlace,
  input?: string,
): { readonly status: number | null; readonly stdout: Buffer; readonly stderr: Buffer } {
  const answer = spawnSync('git', words, { cwd, env, maxBuffer: mostBytes, ...(input === undefined ? {} : { input }) });
  if (answer.error === undefined) return answer;
  const { code } = answer.error as NodeJS.ErrnoException;
  throw new Failure(code === 'ENOENT' ? 'git is not installed' : `git does not run (${code ?? 'unknown'})`, {
    next: 'install git, or name a folder to compare with',
    cause: answer.error,
  });
}

import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository, run, writeTree } from './tree.js';

/** A checkout whose `build` writes generated/a.json, and whose `check` compares it; returns its folder. */
function makeCheckout(options: {
  readonly files: Readonly<Record<string, string>>;
  readonly isRepository: boolean;
}): string {
  const folder = writeTree({
    'package.json': '{ "type": "commonjs" }',
    'bin/dashpack.js': [
      "const fs = require('node:fs');",
      "if (process.argv[2] === 'check') process.exit(fs.readFileSync('generated/a.json', 'utf8') === '1' ? 0 : 1);",
      "if (fs.existsSync('broken')) process.exit(1);",
      "if (!fs.existsSync('silent')) { fs.mkdirSync('generated', { recursive: true }); fs.writeFileSync('generated/a.json', '1'); }",
    ].join('\n'),
    ...options.files,
  });
  mkdirSync(join(folder, 'scripts'));
  copyFileSync(join(repository, 'scripts/zero-diff.mjs'), join(folder, 'scripts/zero-diff.mjs'));
  if (options.isRepository) {
    const author = ['-c', 'user.name=a', '-c', 'user.email=a@localhost', '-c', 'commit.gpgsign=false'];
    run('git', ['init', '--quiet'], folder);
    run('git', ['add', '.'], folder);
    run('git', [...author, 'commit', '--quiet', '--message', 'a'], folder);
  }
  return folder;
}

function zeroDiff(folder: string): { readonly code: number | null; readonly printed: string } {
  return run(process.execPath, ['scripts/zero-diff.mjs'], folder);
}

const committed = { 'generated/a.json': '1' };

test.each([
  ['nothing changed', { files: committed, isRepository: true }, 0, /^$/],
  [
    'a committed file is not what the build writes',
    { files: { 'generated/a.json': '2' }, isRepository: true },
    1,
    /M generated\/a\.json/,
  ],
  [
    'the build writes a file that is not committed',
    { files: { 'generated/b.json': '' }, isRepository: true },
    1,
    /\?\? generated\/a\.json/,
  ],
  ['nothing is generated', { files: { silent: '' }, isRepository: true }, 1, /git knows no file under generated/],
  [
    'generated/ is ignored',
    { files: { '.gitignore': 'generated' }, isRepository: true },
    1,
    /git knows no file under generated/,
  ],
  [
    'a part of generated/ is ignored',
    { files: { '.gitignore': 'a.json', 'generated/b.json': '' }, isRepository: true },
    1,
    /git ignores files/,
  ],
  ['the build fails', { files: { ...committed, broken: '' }, isRepository: true }, 1, /the build failed/],
  ['no git, and nothing differs', { files: committed, isRepository: false }, 0, /^$/],
  [
    'no git, and a file differs',
    { files: { 'generated/a.json': '2' }, isRepository: false },
    1,
    /not what the build writes/,
  ],
] as const)('%s', (_, options, code, printed) => {
  const result = zeroDiff(makeCheckout(options));
  expect(result).toEqual({ code, printed: expect.stringMatching(printed) });
});

test('a repository that git cannot read is not a project without git', () => {
  const folder = makeCheckout({ files: { ...committed, '.git/HEAD': 'broken' }, isRepository: false });
  expect(zeroDiff(folder)).toEqual({ code: 1, printed: expect.stringMatching(/not a git repository/) });
});

test('what is staged is part of the next commit', () => {
  const folder = makeCheckout({ files: { 'generated/a.json': '2' }, isRepository: true });
  expect(zeroDiff(folder).code).toBe(1);
  run('git', ['add', 'generated'], folder);
  expect(zeroDiff(folder)).toEqual({ code: 0, printed: '' });
});

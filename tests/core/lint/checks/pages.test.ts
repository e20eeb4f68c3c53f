import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checks } from '../../../../src/core/lint/checks/index.js';
import { readDocument } from '../../../../src/core/document/read/read-document.js';
import { readProblemList } from '../../../../src/core/document/read/read-problem.js';
import { repository } from '../../../meta/tree.js';
import { lintOne, lintRules } from '../lint-one.js';
import { patched, readPage, type PageExample } from './page.js';

/** The files of a folder with folders of them: `<group>/<name>`, without the ending. */
function filesIn(folder: string, ending: string): readonly string[] {
  const entries = readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' });
  return entries
    .filter((file) => file.endsWith(ending) && file.includes('/'))
    .map((file) => file.slice(0, -ending.length))
    .filter((id) => !id.endsWith('/index'))
    .sort();
}

const ids = checks.map(({ id }) => id).sort();
const readIds = readProblemList.map(({ id }) => id);

test('the registry lists every file with a check, once, and each has a test', () => {
  expect(ids).toEqual(filesIn('src/core/lint/checks', '.ts'));
  const tests = filesIn('tests/core/lint/checks', '.test.ts');
  expect(ids.filter((id) => !tests.includes(id))).toEqual([]);
});

/** What the command itself finds has pages, but no checks: `lint/unused-suppression`. */
function isOfCommand(id: string): boolean {
  return id.startsWith('lint/');
}

test('every check has a page, and every page a check', () => {
  expect(filesIn('docs/checks', '.md').filter((id) => !isOfCommand(id))).toEqual([...ids, ...readIds].sort());
});

test('the list of checks is what the registry says', () => {
  expect(() =>
    execFileSync(process.execPath, ['scripts/check-index.mjs', '--check'], { cwd: repository, stdio: 'pipe' }),
  ).not.toThrow();
});

describe.each(
  [...checks, ...readProblemList]
    .filter(({ id }) => existsSync(join(repository, 'docs/checks', `${id}.md`)))
    .map((check) => [check.id, check] as const),
)('the page of %s', (id, check) => {
  const page = readPage(id);

  test('says what it is', () => {
    expect([page.title, page.severity]).toEqual([id, check.severity]);
    expect(page.sections).toContain('What to do');
    // tests/cli/pages.test.ts executes sessions.
    expect(page.examples.length > 0 || page.session !== undefined).toBe(true);
  });

  test.each(page.examples.map((example) => [example]))('has an example that gives what it says', async (example) => {
    expect(await findingsOf(id, example)).toEqual(example.findings);
  });
});

/** What the checks of the group find in an example. */
async function findingsOf(id: string, { patch, file, context }: PageExample): Promise<readonly string[]> {
  const group = id.slice(0, id.indexOf('/') + 1);
  // Styles of a house are turned on one by one.
  const own = checks.filter((check) => (check.isOff === true ? check.id === id : check.id.startsWith(group)));
  if (file === undefined) return lintOne(patched(patch ?? {}), own, context);
  if (group !== 'read/') return lintRules(file.text, own, context);
  const { problems } = await readDocument({ file: file.name, text: file.text });
  return problems.map((problem) => `${problem.id} ${problem.line}:${problem.column}: ${problem.message}`);
}

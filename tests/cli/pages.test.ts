import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { cleanDashboard } from '../core/lint/lint-one.js';
import { readPage, type PageSession } from '../core/lint/checks/page.js';
import { createProject } from './project.js';

const repository = resolve(import.meta.dirname, '../..');

/** The pages whose example takes the command: all of what the command itself finds, and some of files. */
const sessions = ['lint', 'read'].flatMap((group) =>
  readdirSync(join(repository, 'docs/checks', group)).flatMap((file) => {
    const id = `${group}/${file.slice(0, -'.md'.length)}`;
    const { session } = readPage(id);
    return session === undefined ? [] : [[id, session] as const];
  }),
);

test('what the command itself finds has examples', () => {
  const ids = sessions.map(([id]) => id);
  expect(ids.filter((id) => id.startsWith('lint/'))).toHaveLength(
    readdirSync(join(repository, 'docs/checks/lint')).length,
  );
  expect(ids).toEqual(expect.arrayContaining(['read/not-utf8', 'read/too-large', 'read/unreadable']));
});

test.each(sessions)('the example of %s gives what it says', async (id, session) => {
  expect(await linesAbout(id, session)).toEqual(session.lines);
});

/** The lines that the command prints about a check, when it runs beside the files of a page and a clean dashboard. */
async function linesAbout(id: string, { files, script }: PageSession): Promise<readonly string[]> {
  const { folder } = createProject({
    'dashpack.config.ts': undefined,
    'web.json': `${JSON.stringify({ ...cleanDashboard(), links: [] }, null, 2)}\n`,
    ...files,
  });
  const command = script.replaceAll('npx dashpack', `${process.execPath} ${join(repository, 'bin/dashpack.js')}`);
  const { stdout } = await promisify(execFile)('sh', ['-c', command], { cwd: folder }).catch(
    (error: unknown) => error as { readonly stdout: string },
  );
  return stdout.split('\n').flatMap((line) => (line.includes(` ${id}: `) ? [line.trim()] : []));
}

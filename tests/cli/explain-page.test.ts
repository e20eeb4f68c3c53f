import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository } from '../meta/tree.js';
import { createProject } from './project.js';

/** A folder without a configuration: a page needs none. */
const nothingThere = { 'dashpack.config.ts': undefined };

test.each([
  ['promql/rate-on-gauge', 'docs/checks/promql/rate-on-gauge.md'],
  ['stack/port-taken', 'docs/build/stack/port-taken.md'],
])('explain %s shows its page', async (id, path) => {
  const text = readFileSync(join(repository, path), 'utf8');
  const project = createProject(nothingThere);
  expect(await project.run(['explain', id])).toMatchObject({ code: 0, stdout: text, stderr: '' });
  const { stdout } = await project.run(['explain', id, '--format', 'json']);
  expect(JSON.parse(stdout)).toMatchObject({ subject: id, page: { id, path, text } });
});

test('an id that is spelt wrong is answered with the nearest', async () => {
  expect(await createProject(nothingThere).run(['explain', 'promql/rate-on-gague'])).toMatchObject({
    code: 2,
    stderr:
      'no finding has the id "promql/rate-on-gague": did you mean "promql/rate-on-gauge"?\n  next: dashpack explain promql/rate-on-gauge\n',
  });
});

test('what is not an id is looked for in the packs', async () => {
  const { code, stderr } = await createProject().run(['explain', 'somewhere/else']);
  expect({ code, stderr }).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('no metric, no rule and no panel'),
  });
});

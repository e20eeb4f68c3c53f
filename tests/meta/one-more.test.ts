import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { additions } from './one-more/additions.js';
import { add, copyRepository } from './one-more/copy.js';
import { repository, run } from './tree.js';

/** The table of CONTRIBUTING.md: what is added, and how many files that touches. */
function costs(): Readonly<Record<string, number>> {
  const guide = readFileSync(join(repository, 'CONTRIBUTING.md'), 'utf8');
  const [, section = ''] = guide.split('\n## The cost of one more\n');
  const rows = [...(section.split('\n## ')[0] ?? '').matchAll(/^\| \[([a-z ]+)\]\([^)]*\) +\| +(\d+) /gm)];
  return Object.fromEntries(rows.map(([, what = '', files]) => [what, Number(files)]));
}

test('one more of each touches as many files as CONTRIBUTING.md says', () => {
  const touched = Object.entries(additions).map(([what, addition]) => [what, Object.keys(addition).length]);
  expect(costs()).toEqual(Object.fromEntries(touched));
});

test('a copy with one more of each passes the gates', { timeout: 240_000 }, () => {
  const copy = copyRepository();
  for (const addition of Object.values(additions)) add(addition, copy);
  const node = (...args: readonly string[]) =>
    run(process.execPath, args, copy, { NO_COLOR: '1', DASHPACK_TEST_COUNTS: '' });
  const passed = (printed: string) => ({ code: 0, printed: expect.stringContaining(printed) as string });

  expect(node('scripts/check-index.mjs')).toEqual(passed(''));
  expect(node('node_modules/typescript/bin/tsc', '-p', '.')).toEqual({ code: 0, printed: '' });
  expect(run(process.execPath, ['scripts/layers/run.mjs', copy], repository)).toEqual(passed('none the wrong way'));
  expect(
    node(
      'node_modules/vitest/vitest.mjs',
      'run',
      'tests/meta/commands.test.ts',
      'tests/cli/where.test.ts',
      'tests/core/lint/checks/pages.test.ts',
      'tests/core/panel/kinds/kinds.test.ts',
      'tests/core/lint/checks/dashboard/loud-title.test.ts',
      'tests/dashboards/ai-trading-core-facts.test.ts',
    ),
  ).toEqual(passed('Test Files  6 passed'));
  expect(node(join(repository, 'bin/dashpack.js'), 'build', '--no-type-check', '--pack', 'ai-trading-core')).toEqual(
    passed('written  grafana/dashboards/live-feed/freshness.json'),
  );
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repository } from '../meta/tree.js';
import { change, exampleIn, sectionOf, textOf, type BuildExample } from './build-page.js';
import { runCompiler } from '../types/diagnostics.js';
import { createProject } from './project.js';

/** The rooms that find something while a pack is built. */
const rooms = ['catalog', 'dashboard', 'pack', 'panel', 'promql/problems', 'rule', 'sql', 'stack'];
const quotedId = /'((?:catalog|dashboard|datasource|pack|panel|promql|rule|stack|variable)\/[a-z-]+)'/g;

/** The files below a folder of the repository, with an ending, from that folder. */
function filesIn(folder: string, ending: string): readonly string[] {
  return readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith(ending),
  );
}

/** The ids that building a pack can report: what stands in comments is an example. */
const ids = new Set(
  rooms.flatMap((room) =>
    filesIn(`src/core/${room}`, '.ts').flatMap((file) => {
      const code = readFileSync(join(repository, 'src/core', room, file), 'utf8').replaceAll(
        /^ *(?:\*|\/[/*]).*$/gm,
        '',
      );
      return [...code.matchAll(quotedId)].map(([, id = '']) => id);
    }),
  ),
);

/** What a page says about an id. */
interface Page {
  readonly id: string;
  readonly exitCode: number;
  readonly example: BuildExample;
}

const own = idsOf('docs/build');
const shared = idsOf('docs/checks').filter((id) => sectionOf(textOf(`checks/${id}.md`), 'In build') !== '');

function idsOf(folder: string): readonly string[] {
  return filesIn(folder, '.md')
    .filter((file) => file.includes('/'))
    .map((file) => file.slice(0, -'.md'.length))
    .sort();
}

const pages: readonly Page[] = [
  ...own.map((id) => pageOf(id, textOf(`build/${id}.md`), 'Example')),
  ...shared.map((id) => pageOf(id, textOf(`checks/${id}.md`), 'In build')),
];

function pageOf(id: string, text: string, heading: string): Page {
  const exitCode = /\b[Ee]xit code:? (\d)/.exec(heading === 'Example' ? text : sectionOf(text, heading))?.[1] ?? '1';
  return { id, exitCode: Number(exitCode), example: exampleIn(sectionOf(text, heading)) };
}

test('what building finds has a page, of its own or with the check of the same id, and every page is of an id', () => {
  expect(pages.map(({ id }) => id).toSorted()).toEqual([...ids].toSorted());
});

test('no id has two pages', () => {
  const checks = new Set(idsOf('docs/checks'));
  expect(own.filter((id) => checks.has(id))).toEqual([]);
});

describe.each(own.map((id) => [id]))('the page of %s', (id) => {
  const text = textOf(`build/${id}.md`);

  test('says what it is and what to do', () => {
    expect(text).toMatch(new RegExp(`^# ${id}\n\nSeverity: (?:error|warning)\\. Exit code: \\d\\.\n\n\\S`));
    expect([...text.matchAll(/^## (.*)$/gm)].map(([, title]) => title)).toEqual(['Example', 'What to do']);
  });
});

test('the examples are no mistakes that the compiler finds', () => {
  const configs = pages.map(({ example }) => {
    const project = createProject();
    change(project, example);
    return join(project.folder, 'dashpack.config.ts');
  });
  const { folder } = createProject({
    'tsconfig.json': JSON.stringify({
      compilerOptions: {
        target: 'es2023',
        module: 'nodenext',
        types: [],
        strict: true,
        noEmit: true,
        skipLibCheck: true,
      },
      files: configs,
    }),
  });
  expect(runCompiler(folder, ['-p', '.', '--pretty', 'false'])).toEqual({ code: 0, printed: '' });
});

test.each(pages.map((page) => [page.id, page] as const))(
  'the example of %s gives what it says',
  async (id, { exitCode, example }) => {
    const project = createProject();
    change(project, example);
    const { code, stdout, stderr } = await project.run(['build', '--no-type-check']);
    const rest = stderr.replace('not checked: type check (--no-type-check)\n', '');
    expect({ code, rest, stdout }).toEqual({
      code: exitCode,
      rest: '',
      stdout: expect.stringContaining(example.says),
    });
    expect(findingLines(stdout)).toEqual(findingLines(example.says));
    expect(example.says).toContain(` ${id}: `);
  },
);

/** The lines that say what was found: `file:line:column: severity id: message`. */
function findingLines(printed: string): readonly string[] {
  return printed.split('\n').filter((line) => / (?:error|warning|note) [a-z]+\/[a-z-]+: /.test(line));
}

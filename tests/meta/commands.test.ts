import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { commands } from '../../src/cli/commands/index.js';
import { commonOptions } from '../../src/cli/options/common.js';
import { parseArguments } from '../../src/cli/parse-arguments.js';
import { repository } from './tree.js';

const readme = readFileSync(join(repository, 'README.md'), 'utf8');

test('every folder with a command is in the list, and has its name', () => {
  const folder = join(repository, 'src/cli/commands');
  const described = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'command.ts')));
  expect(commands.map(({ name }) => name).sort()).toEqual(described);
});

describe.each(commands.map((command) => [command.name, command] as const))('%s', (name, command) => {
  test('has a test', () => {
    expect(existsSync(join(repository, `tests/cli/${name}.test.ts`))).toBe(true);
  });

  test('has a guide that is in the package and shows it, and that its help names', () => {
    const { files } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));
    expect(files).toContain('docs/guides');
    expect(readFileSync(join(repository, command.guide), 'utf8')).toContain(`dashpack ${name}`);
    expect(parseArguments([name, '--help'], '0.0.0')).toEqual({ text: expect.stringContaining(command.guide) });
  });

  test('has a row in the README, with a link to its guide', () => {
    const rows = readme.split('\n').filter((line) => line.startsWith(`| \`dashpack ${name}`));
    expect(rows).toEqual([expect.stringContaining(`](${command.guide})`)]);
  });

  test('has examples that can be parsed', () => {
    expect(command.examples.filter((line) => !line.startsWith(name))).toEqual([]);
    for (const line of command.examples) {
      const parsed = parseArguments(wordsOf(line), '0.0.0');
      expect('invocation' in parsed && parsed.invocation.command).toBe(command);
    }
  });
});

test.each([{ name: 'every command', options: commonOptions }, ...commands])(
  'what $name is told has the names of its options',
  ({ options }) => {
    expect(Object.values(options).map((option) => option.attributeName())).toEqual(Object.keys(options));
  },
);

test('the list of commands loads none of what they do', async () => {
  const { metafile } = await build({
    entryPoints: [join(repository, 'src/cli/commands/index.ts')],
    absWorkingDir: repository,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    outdir: 'dist',
    write: false,
    metafile: true,
  });
  const loaded = new Set<string>();
  const load = (file: string): void => {
    if (loaded.has(file)) return;
    loaded.add(file);
    for (const { path, kind, external } of metafile.inputs[file]?.imports ?? [])
      if (kind === 'import-statement' && external !== true) load(path);
  };
  load('src/cli/commands/index.ts');
  const lean =
    /^src\/(?:cli\/(?:command|commands\/index|commands\/[^/]+\/command|options\/[^/]+|config\/find-config|find-above|relative-path)|core\/model\/failure)\.ts$/;
  expect(loaded).toContain('src/cli/commands/build/command.ts');
  expect([...loaded].filter((file) => !lean.test(file))).toEqual([]);
});

/** The words of a command line, as a shell takes them; what a shell does with the output is left out. */
function wordsOf(line: string): readonly string[] {
  const [command = ''] = line.split(' > ');
  return [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}

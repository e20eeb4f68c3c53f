import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const repository = resolve(import.meta.dirname, '../..');
const guide = readFileSync(join(repository, 'docs/guides/new-pack.md'), 'utf8');
const project = realpathSync(mkdtempSync(join(tmpdir(), 'dashpack-guide-')));
afterAll(() => rmSync(project, { recursive: true, force: true }));

/** A fenced block of the guide: its language, what else stands behind it, and its text. */
interface Block {
  readonly language: string;
  readonly file: string | undefined;
  readonly text: string;
}

const blocks = [...guide.matchAll(/^```(\w+)(?: file=(\S+))?\n(.*?)^```$/gms)].map(
  ([, language = '', file, text = '']): Block => ({ language, file, text }),
);

/** Installing is left to a link: what is tested is this checkout, not what a registry has. */
const installation = ['npm init -y', 'npm pkg set type=module', 'npm install --save-dev dashpack prettier'];

function run(command: string): string {
  const { stdout, stderr } = spawnSync('/bin/sh', ['-c', command], {
    cwd: project,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return `${stdout}${stderr}`.replaceAll(/^npm warn .*\n/gm, '').replaceAll(/\d+\.\d\d s/g, '… s');
}

/** The commands of a console block, each with what it prints. */
function commandsOf(text: string): readonly { readonly command: string; readonly output: string }[] {
  return text
    .split(/^\$ /m)
    .slice(1)
    .map((each) => {
      const [command = '', ...output] = each.split('\n');
      return { command, output: output.join('\n') };
    });
}

test('a new team that follows the guide to the letter gets what it says', () => {
  expect(
    blocks
      .find(({ language }) => language === 'sh')
      ?.text.trim()
      .split('\n'),
  ).toEqual(installation);
  for (const command of installation.slice(0, 2)) run(command);
  mkdirSync(join(project, 'node_modules/.bin'), { recursive: true });
  symlinkSync(repository, join(project, 'node_modules/dashpack'));
  symlinkSync(join(repository, 'bin/dashpack.js'), join(project, 'node_modules/.bin/dashpack'));

  const said: string[] = [];
  const printed: string[] = [];
  for (const { language, file, text } of blocks) {
    if (language === 'edit' && file !== undefined) edit(file, text);
    else if (file !== undefined) write(file, text);
    else if (language === 'console') {
      for (const { command, output } of commandsOf(text)) {
        said.push(`$ ${command}\n${output}`);
        printed.push(`$ ${command}\n${run(command)}`.slice(0, `$ ${command}\n${output}`.length));
      }
    }
  }
  expect(printed).toEqual(said);
  expect(said).toHaveLength(6);
}, 60_000);

function write(file: string, text: string): void {
  mkdirSync(dirname(join(project, file)), { recursive: true });
  writeFileSync(join(project, file), text);
}

function edit(file: string, change: string): void {
  const [from = '', to = ''] = change.trim().split(' → ');
  const before = readFileSync(join(project, file), 'utf8');
  if (!before.includes(from)) throw new Error(`${file} does not contain ${from}`);
  writeFileSync(join(project, file), before.replace(from, to));
}

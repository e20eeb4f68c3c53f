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

  let commands = 0;
  for (const { language, file, text } of blocks) {
    if (file !== undefined && language === 'edit') {
      const [from = '', to = ''] = text.trim().split(' → ');
      const before = readFileSync(join(project, file), 'utf8');
      expect(before).toContain(from);
      writeFileSync(join(project, file), before.replace(from, to));
    } else if (file !== undefined) {
      mkdirSync(dirname(join(project, file)), { recursive: true });
      writeFileSync(join(project, file), text);
    } else if (language === 'console') {
      for (const { command, output } of commandsOf(text)) {
        commands += 1;
        expect(`$ ${command}\n${run(command)}`).toContain(`$ ${command}\n${output}`);
      }
    }
  }
  expect(commands).toBe(6);
}, 60_000);

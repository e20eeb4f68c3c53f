import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The checkout that is tested. */
const repository = resolve(import.meta.dirname, '../..');

/** A fenced block of a guide: its language, what else stands behind it, and its text. */
export interface Block {
  readonly language: string;
  readonly file: string | undefined;
  readonly text: string;
}

/** What a guide says that its commands print, and what they print. */
export interface Followed {
  readonly said: readonly string[];
  readonly printed: readonly string[];
}

/** The fenced blocks of a guide, such as `docs/guides/build.md`. */
export function readGuide(name: string): readonly Block[] {
  const guide = readFileSync(join(repository, `docs/guides/${name}.md`), 'utf8');
  return [...guide.matchAll(/^```(\w+)(?: file=(\S+))?\n(.*?)^```$/gms)].map(
    ([, language = '', file, text = '']): Block => ({ language, file, text }),
  );
}

/** Installs this checkout as `dashpack` in a project. */
export function installInto(project: string): void {
  mkdirSync(join(project, 'node_modules/.bin'), { recursive: true });
  symlinkSync(repository, join(project, 'node_modules/dashpack'));
  linkProgram(project);
}

/** Makes `npx dashpack`, and `dashpack` in the commands of a guide, this checkout. */
export function linkProgram(project: string): void {
  mkdirSync(join(project, 'node_modules/.bin'), { recursive: true });
  symlinkSync(join(repository, 'bin/dashpack.js'), join(project, 'node_modules/.bin/dashpack'));
}

/**
 * Does in a project what the blocks of a guide say: `console` blocks are run, `edit` blocks (`from → to`) change a file,
 * blocks with a file write it. A console block may end before the output does.
 */
export function follow(blocks: readonly Block[], project: string): Followed {
  const said: string[] = [];
  const printed: string[] = [];
  for (const { language, file, text } of blocks) {
    if (language === 'edit' && file !== undefined) edit(join(project, file), text);
    else if (file !== undefined) write(join(project, file), text);
    else if (language === 'console') {
      for (const { command, output } of commandsOf(text)) {
        said.push(`$ ${command}\n${output}`);
        printed.push(`$ ${command}\n${runIn(project, command)}`.slice(0, `$ ${command}\n${output}`.length));
      }
    }
  }
  return { said, printed };
}

/** Runs a command line in a project, and returns what it printed, without times. */
export function runIn(project: string, command: string): string {
  const { stdout, stderr } = spawnSync('/bin/sh', ['-c', command], {
    cwd: project,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', PATH: `${join(project, 'node_modules/.bin')}:${process.env['PATH'] ?? ''}` },
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

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function edit(path: string, change: string): void {
  const [from = '', to = ''] = change.trim().split(' → ');
  const before = readFileSync(path, 'utf8');
  if (!before.includes(from)) throw new Error(`${path} does not contain ${from}`);
  writeFileSync(path, before.replace(from, to));
}

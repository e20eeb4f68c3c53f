import { copyFileSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { repository, run, writeTree } from '../tree.js';

/** The files that somebody touches who adds one thing: new ones with their text, others with what becomes of theirs. */
export type Addition = Readonly<Record<string, string | ((text: string) => string)>>;

/** Copies what git knows of the checkout into a new folder, which is removed when the test ends. Packages are linked. */
export function copyRepository(): string {
  const folder = writeTree({});
  const { printed } = run('git', ['ls-files', '--cached', '--others', '--exclude-standard'], repository);
  for (const path of printed.split('\n').filter((line) => line !== '' && existsSync(join(repository, line)))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    copyFileSync(join(repository, path), join(folder, path));
  }
  for (const path of ['node_modules', 'scripts/layers/node_modules'])
    symlinkSync(join(repository, path), join(folder, path));
  return folder;
}

/** Makes an addition in a copy. */
export function add(addition: Addition, copy: string): void {
  for (const [path, change] of Object.entries(addition)) {
    const file = join(copy, path);
    if (typeof change === 'string') {
      if (existsSync(file)) throw new Error(`${path} is there already`);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, change);
    } else {
      const before = readFileSync(file, 'utf8');
      const changed = change(before);
      if (changed === before) throw new Error(`${path} is not changed`);
      writeFileSync(file, changed);
    }
  }
}

/** A change that puts lines after the first line with some text. */
export function after(text: string, ...lines: readonly string[]): (before: string) => string {
  return (before) =>
    before
      .split('\n')
      .flatMap((line, index, all) =>
        line.includes(text) && all.findIndex((each) => each.includes(text)) === index ? [line, ...lines] : [line],
      )
      .join('\n');
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A wrong line of a fixture, and texts that its error must contain. */
export interface Expectation {
  readonly file: string;
  readonly line: number;
  /** The wrong line itself. */
  readonly source: string;
  readonly fragments: readonly string[];
}

const marker = /^\s*\/\/ expect: (.+)$/;

/** The wrong lines of the fixtures in a folder: each stands below a comment `// expect: text | text`. */
export function readExpectations(folder: string): readonly Expectation[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .flatMap((file) => {
      const lines = readFileSync(join(folder, file), 'utf8').split('\n');
      return lines.flatMap((text, index) => {
        const fragments = marker.exec(text)?.[1]?.split(' | ');
        return fragments === undefined
          ? []
          : [{ file, line: index + 2, source: (lines[index + 1] ?? '').trim(), fragments }];
      });
    });
}

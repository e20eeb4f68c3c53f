import { relative, sep } from 'node:path';

/** A path as messages print it: from the working folder, with `/` between the parts. */
export function relativePath(from: string, path: string): string {
  return relative(from, path).split(sep).join('/');
}

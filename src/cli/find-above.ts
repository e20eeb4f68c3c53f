import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The nearest `name` in a folder or one above it, absolute; undefined where there is none. */
export function findAbove(folder: string, name: string): string | undefined {
  const path = join(folder, name);
  if (existsSync(path)) return path;
  const parent = dirname(folder);
  return parent === folder ? undefined : findAbove(parent, name);
}

import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A folder and all below it in which sources of people stand: without installed packages, and without what is hidden.
 * Links are not followed.
 */
export function sourceFolders(folder: string): readonly string[] {
  try {
    const below = readdirSync(folder, { withFileTypes: true }).filter(
      (entry) => entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.'),
    );
    return [folder, ...below.flatMap(({ name }) => sourceFolders(join(folder, name)))];
  } catch {
    return [];
  }
}

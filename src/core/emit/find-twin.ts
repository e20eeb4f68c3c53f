import { join } from 'node:path';
import { statDisk } from './disk-file.js';
import { foldCase } from './pack-path.js';

/**
 * Finds, among other paths of a pack, another spelling of a path that names the very same file. There is one only on
 * file systems that ignore case or how accents are composed, as on macOS and Windows.
 *
 * @throws Failure where the system refuses to say.
 */
export function findTwin(folder: string, path: string, others: Iterable<string>): string | undefined {
  const folded = foldCase(path);
  const stats = statDisk(join(folder, path));
  for (const other of others) {
    if (other === path || foldCase(other) !== folded) continue;
    const twin = statDisk(join(folder, other));
    if (twin !== undefined && twin.ino === stats?.ino && twin.dev === stats.dev && twin.nlink === 1) return other;
  }
  return undefined;
}

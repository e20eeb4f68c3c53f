import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** The hash of a file's content. */
export function hashFile(path: string): string {
  return hashBytes(readFileSync(path));
}

/** The hash of a content. Texts are hashed as UTF-8. */
export function hashBytes(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('base64');
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readManifest } from './manifest.js';

/** The mark that tells the running copy of dashpack from every other: another one may find and simulate otherwise. */
export function buildId(home: string): string {
  try {
    return readFileSync(join(home, 'dist/build-id.json'), 'utf8');
  } catch {
    return readManifest(home).version;
  }
}

import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import type { Host } from '../../../src/cli/host.js';
import {
  findStampFile,
  makeStampFolder,
  readStamp,
  writeStamp,
  type Stamp,
} from '../../../src/cli/stamp/stamp-file.js';
import { createTemporaryFolder } from '../../core/emit/temporary-folder.js';

const stamp: Stamp = {
  circumstances: 'as they are',
  text: 'nothing to do',
  snapshot: { began: 0, files: [], folders: [], links: [], absent: [] },
};

/** The stamp's file of a command line in a new project. */
function fileOf(env: Host['env'] = {}): string | undefined {
  const cwd = createTemporaryFolder();
  mkdirSync(join(cwd, 'node_modules'));
  const stream = { on: () => undefined, write: () => undefined };
  const events = { on: () => undefined, off: () => undefined };
  return findStampFile(['build'], { stdout: stream, stderr: stream, env, cwd, home: cwd, events });
}

test('a stamp is read under the circumstances under which it was written', () => {
  const file = fileOf() ?? '';
  makeStampFolder(file);
  expect(readStamp(file, 'as they are')).toBeUndefined();
  writeStamp(file, stamp);
  expect(readStamp(file, 'as they are')).toEqual(stamp);
  expect(readStamp(file, 'otherwise')).toBeUndefined();
});

test('there is no place for one where the caches are off', () => {
  expect(fileOf({ DASHPACK_CACHE: 'off' })).toBeUndefined();
});

test('those that were written longest ago are removed, drafts among them, and nothing else', () => {
  const file = fileOf() ?? '';
  makeStampFolder(file);
  const folder = dirname(file);
  const old = Array.from({ length: 40 }, (_, index) => `stamp-${index.toString(16).padStart(16, '0')}.json`);
  for (const [index, name] of [...old, 'stamp-ab.json.77.tmp', 'lint-ab.json'].entries()) {
    writeFileSync(join(folder, name), '');
    utimesSync(join(folder, name), 1_000_000 + (index % 41), 1_000_000 + (index % 41));
  }
  writeStamp(file, stamp);
  const left = readdirSync(folder);
  expect(left).toContain('lint-ab.json');
  expect(left.filter((name) => name.startsWith('stamp-'))).toHaveLength(24);
  expect(readStamp(file, 'as they are')).toEqual(stamp);
  expect(left).toContain(old[39]);
  expect(left).not.toContain(old[0]);
});

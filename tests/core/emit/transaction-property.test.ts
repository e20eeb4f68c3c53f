import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printManifest } from '../../../src/core/emit/manifest.js';
import { times as runs } from '../../campaign.js';
import { build } from './build.js';
import { pack } from './generations.js';
import { createTemporaryFolder, readTimes, readTree, writeTree } from './temporary-folder.js';

type Files = Readonly<Record<string, string>>;

/** Few names, so that files and folders of one generation stand in the way of those of the next. */
const path = fc
  .array(fc.constantFrom('a', 'b', 'c.json'), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.join('/'));
const generated = fc.dictionary(path, fc.constantFrom('', '1', '2', 'é'.repeat(70_000)), {
  maxKeys: 8,
  noNullPrototype: true,
});
const foreign = fc.dictionary(fc.constantFrom('a/mine', 'b/b/mine', 'mine'), fc.constantFrom('x', 'y'), {
  noNullPrototype: true,
});

/** Leaves out each path that is a folder of another one. */
function withoutClashes(files: Files): Files {
  const isFolder = (folder: string): boolean => Object.keys(files).some((other) => other.startsWith(`${folder}/`));
  return Object.fromEntries(Object.entries(files).filter(([each]) => !isFolder(each)));
}

test('after every build the pack has what was asked for and the strangers, and nothing else', async () => {
  const folder = createTemporaryFolder();
  const generations = fc.array(generated.map(withoutClashes), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(generations, foreign, async (builds, strangers) => {
      const out = join(folder, 'out');
      rmSync(out, { recursive: true, force: true });
      // A stranger's file must not stand where one of ours needs a folder, or the reverse.
      const mine = Object.entries(strangers).filter(([stranger]) =>
        builds.every((files) => Object.keys(files).every((each) => !stranger.startsWith(`${each}/`))),
      );
      for (const files of builds) {
        mkdirSync(join(out, pack), { recursive: true });
        writeTree(join(out, pack), Object.fromEntries(mine));
        const before = readTree(out);
        const [summary] = (await build(out, toArtifacts(files))).packs;
        const inPack = Object.entries({
          ...files,
          ...Object.fromEntries(mine),
          'manifest.json': printManifest(Object.keys(files)),
        });
        expect(readTree(out)).toEqual(Object.fromEntries(inPack.map(([each, text]) => [`${pack}/${each}`, text])));
        const written = Object.keys(files).filter((each) => before[`${pack}/${each}`] !== files[each]);
        expect(summary).toEqual({
          pack,
          written: written.sort(),
          unchanged: Object.keys(files).length - written.length,
          deleted: owned(before).filter((each) => !(each in files)),
          strangers: mine.map(([each]) => each).sort(),
        });
        const unchanged = readTimes(out);
        await build(out, toArtifacts(files));
        expect(readTimes(out)).toEqual(unchanged);
      }
    }),
    { numRuns: runs(50, 150) },
  );
});

function toArtifacts(files: Files) {
  return Object.entries(files).map(([each, text]) => ({ path: each, text }));
}

/** The paths that the manifest of the build before names. */
function owned(before: Files): readonly string[] {
  const text = before[`${pack}/manifest.json`];
  return text === undefined ? [] : (JSON.parse(text) as { readonly files: readonly string[] }).files;
}

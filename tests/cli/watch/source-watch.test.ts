import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { SourceWatch } from '../../../src/cli/watch/source-watch.js';

function createFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dashpack-watch-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes a file as dashpack and many editors do. */
function save(path: string, text: string): void {
  writeFileSync(`${path}~`, text);
  renameSync(`${path}~`, path);
}

function watchFiles(files: readonly string[], lookEvery?: number): SourceWatch {
  const watch = new SourceWatch(lookEvery);
  onTestFinished(() => watch.stop());
  watch.begin();
  watch.watch(files);
  watch.begin();
  return watch;
}

test('each save by rename is seen, in whatever folder, and as soon as it is made', async () => {
  const folder = createFolder();
  mkdirSync(join(folder, 'sub'));
  const [first, second] = [join(folder, 'a.ts'), join(folder, 'sub/b.ts')];
  for (const file of [first, second]) save(file, '0');
  // Only what the system tells can be seen: who looked from time to time would be too late.
  const watch = watchFiles([first, second], 2 ** 30);
  for (let count = 1; count <= 6; count += 1) {
    const file = count % 2 === 0 ? first : second;
    const next = watch.next();
    save(file, String(count));
    expect(await next).toEqual([file]);
    watch.begin();
  }
});

test('files that come, go and are written in place are seen; what an editor puts beside them is not', async () => {
  const folder = createFolder();
  const [kept, other] = [join(folder, 'kept.ts'), join(folder, 'other.json')];
  writeFileSync(kept, '0');
  const watch = watchFiles([kept]);
  const changes: readonly (readonly [() => void, string])[] = [
    [() => writeFileSync(kept, '1'), kept],
    [() => writeFileSync(other, '{}'), other],
    [() => rmSync(other), other],
    [() => mkdirSync(join(folder, 'more')), join(folder, 'more')],
  ];
  for (const [change, changed] of changes) {
    writeFileSync(join(folder, '.kept.ts.swp'), '');
    writeFileSync(join(folder, 'kept.ts~'), '');
    const next = watch.next();
    change();
    expect(await next).toEqual([changed]);
    watch.begin();
  }
});

test('a folder that is replaced is watched on', async () => {
  const folder = createFolder();
  const file = join(folder, 'sub/a.ts');
  mkdirSync(join(folder, 'sub'));
  writeFileSync(file, '0');
  const watch = watchFiles([file]);
  renameSync(join(folder, 'sub'), join(folder, 'before'));
  expect(await watch.next()).toEqual([file]);
  watch.begin();
  const back = watch.next();
  mkdirSync(join(folder, 'sub'));
  writeFileSync(file, '1');
  expect(await back).toEqual([file]);
  watch.begin();
  save(file, '2');
  expect(await watch.next()).toEqual([file]);
});

test('what changes while the work is done counts, also in a folder that the work alone knows', async () => {
  const folder = createFolder();
  mkdirSync(join(folder, 'found'));
  const [known, found] = [join(folder, 'known.ts'), join(folder, 'found/later.ts')];
  for (const file of [known, found]) writeFileSync(file, '0');
  const watch = watchFiles([known]);
  await pause(50); // clocks of file systems are coarse
  watch.begin();
  save(known, '1');
  watch.watch([known]);
  expect(await watch.next()).toEqual([known]);
  watch.begin();
  save(found, '1');
  watch.watch([known, found]);
  expect(await watch.next()).toEqual([found]);
});

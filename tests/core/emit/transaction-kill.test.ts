import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { readManifest } from '../../../src/core/emit/manifest.js';
import { times } from '../../campaign.js';
import { build } from './build.js';
import { createGeneration, expectedTree, pack, type Generation } from './generations.js';
import { bundleChild } from './run-child.js';
import { createTemporaryFolder, readTree } from './temporary-folder.js';

const alternate = bundleChild('alternate');
const buildOnce = bundleChild('build-once');

/** Every file outside the staging folder is wholly of one generation, and the manifest knows it. */
function expectOldOrNew(out: string, count: number): void {
  const whole = (['A', 'B'] as const).map((generation) => expectedTree(createGeneration(generation, count)));
  const { paths } = readManifest(join(out, pack));
  for (const [path, text] of Object.entries(readTree(out))) {
    if (path.includes('.dashpack') || path.endsWith('/') || path === `${pack}/manifest.json`) continue;
    expect(
      whole.some((tree) => tree[path] === text),
      `${path} is neither old nor new`,
    ).toBe(true);
    expect(paths.has(path.slice(pack.length + 1)), `${path} is in no manifest`).toBe(true);
  }
}

async function expectRecovery(out: string, generation: Generation, count: number): Promise<void> {
  await build(out, createGeneration(generation, count), 5000);
  // A lock that was killed while it was written does not say whose it is: it counts as abandoned when it is old.
  for (const name of readdirSync(out).filter((each) => each.startsWith('.dashpack.lock.'))) {
    expect(name).toMatch(/^[.]dashpack[.]lock[.][\w-]+[.]tmp$/);
    utimesSync(join(out, name), 0, 0);
    await build(out, createGeneration(generation, count));
  }
  expectTree(out, generation, count);
}

function expectTree(out: string, generation: Generation, count: number): void {
  expect(digest(readTree(out))).toEqual(digest(expectedTree(createGeneration(generation, count))));
}

/** Long texts by their beginning and hash, so that a failing test prints something that one can read. */
function digest(tree: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const entries = Object.entries(tree).map(([path, text]): [string, string] => {
    const hash = createHash('sha1').update(text).digest('hex');
    return [path, path.endsWith('manifest.json') ? text : `${text.slice(0, 60)} (${text.length}, ${hash})`];
  });
  return Object.fromEntries(entries);
}

test(
  'kills at random moments leave every file old or new, and the next build recovers',
  { timeout: 120_000 },
  async () => {
    const out = createTemporaryFolder();
    let builds = 0;
    const kills = times(14, 40);
    for (let kill = 0; kill < kills; kill += 1) {
      const child = alternate([out, 30]);
      await Promise.race([once(child.process.stdout as NodeJS.ReadableStream, 'data'), child.end]);
      await pause(Math.random() * 60);
      child.process.kill('SIGKILL');
      const { signal, stdout, stderr } = await child.end;
      expect({ signal, stderr }).toEqual({ signal: 'SIGKILL', stderr: '' });
      builds += stdout.length;
      expectOldOrNew(out, 30);
      // Every second time the next child is the one that must recover.
      if (kill % 2 === 0) await expectRecovery(out, kill % 4 === 0 ? 'A' : 'B', 30);
    }
    expect(builds).toBeGreaterThanOrEqual(kills); // on a busy machine none has begun the next one
  },
);

test('a kill at single changes of the disk leaves every file old or new', { timeout: 120_000 }, async () => {
  const out = createTemporaryFolder();
  const count = 4;
  await build(out, createGeneration('A', count));
  const { stdout } = await buildOnce([createTemporaryFolder(), 'A', count, 4000]).end;
  const { changes: firstChanges } = JSON.parse(stdout) as { readonly changes: number };
  expect(firstChanges).toBeGreaterThan(20);
  const stride = times(3, 1);
  let killAt = 1;
  for (; ; killAt += stride) {
    const { signal, stderr } = await buildOnce([out, 'B', count, 4000, 1, killAt]).end;
    expect(stderr).toBe('');
    if (signal === null) break;
    expectOldOrNew(out, count);
    await expectRecovery(out, killAt % 2 === 0 ? 'B' : 'A', count);
    await build(out, createGeneration('A', count));
  }
  // Replacing a generation changes the disk more often than writing the first one.
  expect(killAt).toBeGreaterThan(firstChanges);
});

test('a kill at single changes of the very first build, then one in the recovery', { timeout: 120_000 }, async () => {
  const count = 3;
  for (let killAt = 1; ; killAt += times(2, 1)) {
    const out = join(createTemporaryFolder(), 'generated');
    const first = await buildOnce([out, 'A', count, 4000, 1, killAt]).end;
    if (first.signal === null) break;
    const second = await buildOnce([out, 'B', count, 4000, 1, (killAt * 7) % 23]).end;
    expect([first.stderr, second.stderr]).toEqual(['', '']);
    if (second.signal !== null) expectOldOrNew(out, count);
    await expectRecovery(out, 'A', count);
  }
});

test('two builds at once never mix', { timeout: 60_000 }, async () => {
  for (let round = 0; round < 6; round += 1) {
    const out = createTemporaryFolder();
    const ends = await Promise.all(
      (['A', 'B', 'A'] as const).map((generation) => buildOnce([out, generation, 30, 4000, 3]).end),
    );
    expect(ends.map(({ code, stderr }) => ({ code, stderr }))).toEqual(ends.map(() => ({ code: 0, stderr: '' })));
    const generation = readFileSync(join(out, pack, 'grafana/dashboards/both/1.json'), 'utf8')[0] as Generation;
    expectTree(out, generation, 30);
  }
});

import { asyncProperty, array, assert, constantFrom, nat, record } from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createTwin, events, type Run, type Twin } from './twins.js';

const early = / unchanged since the last build\n/;
const build = ['build', '--no-type-check'];

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: Date.now() }));
afterEach(() => void vi.useRealTimers());

/** Time goes on, so that what was written just now is older than any file system's clock is coarse. */
function wait(seconds: number): void {
  vi.setSystemTime(Date.now() + seconds * 1000);
}

/** What must be the same whether a build ended early or not: all but how long it took. */
function comparable({ code, printed, files }: Run): Run {
  const text = printed.replace(/(?:built in \d+\.\d\d s|unchanged since the last build)\n/, '…\n');
  return { code, files, printed: text.replaceAll(/dashpack-(?:twin-)?\w+/g, 'dashpack-…') };
}

/** Builds until a stamp is left: not before what was written last is older than the build. */
async function settle(twin: Twin): Promise<void> {
  for (let time = 0; time < 2; time += 1) {
    wait(10);
    await twin.run(build);
  }
}

const step = record({
  event: constantFrom(...Object.keys(events)),
  choice: nat(3),
  seconds: constantFrom(-3600, -5, 0, 0, 3, 10, 10, 10, 90_000),
  args: constantFrom(build, build, build, [...build, '--pack', 'one']),
  again: nat(2),
});

describe('a build that may end early', () => {
  test('does and prints what one without any cache does', async () => {
    let ended = 0;
    await assert(
      asyncProperty(array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
        const [remembering, forgetful] = [createTwin({}), createTwin({ DASHPACK_CACHE: 'off' })];
        for (const { event, choice, seconds, args, again } of steps) {
          for (const { folder } of [remembering, forgetful]) events[event]?.(folder, choice);
          wait(seconds);
          for (let time = 0; time <= again; time += 1) {
            const run = await remembering.run(args);
            const expected = await forgetful.run(args);
            expect(comparable(run)).toEqual(comparable(expected));
            expect(expected.printed).not.toMatch(early);
            if (early.test(run.printed)) ended += 1;
          }
        }
      }),
      { numRuns: Number(process.env['DASHPACK_STAMP_RUNS'] ?? 8) },
    );
    expect(ended).toBeGreaterThan(0);
  }, 600_000);
});

describe('a stamp holds', () => {
  test('as long as nothing changes, and what is old is told from what is young', async () => {
    const twin = createTwin({});
    await settle(twin);
    for (const seconds of [0, 0, 10, 10]) {
      wait(seconds);
      expect((await twin.run(build)).printed).toMatch(early);
    }
    wait(-3600); // no time proves anything now
    expect((await twin.run(build)).printed).toMatch(/built in/);
  });

  test('from the first build on, which makes the folders that it writes in', async () => {
    const twin = createTwin({});
    wait(10);
    expect((await twin.run(build)).printed).toMatch(/built in/);
    expect((await twin.run(build)).printed).toMatch(early);
  });

  test.each([
    ['touch', true],
    ['nothing', true],
    ['edit', false],
    ['edit, with the old time', false],
    ['edit by replacing the file', false],
    ['swap two files', false],
    ['put a file before another', false],
    ['delete a generated file', false],
    ['put a link in its place', false],
    ['add a stranger', false],
  ] as const)('%s: %s', async (event, isKept) => {
    const twin = createTwin({});
    await settle(twin);
    events[event]?.(twin.folder, 1);
    wait(10);
    expect(early.test((await twin.run(build)).printed)).toBe(isKept);
  });

  test.each(['ask the environment', 'ask the clock', 'ask a file'])('never where files %s', async (event) => {
    const twin = createTwin({});
    events[event]?.(twin.folder, 0);
    await settle(twin);
    wait(10);
    expect((await twin.run(build)).printed).not.toMatch(early);
  });

  test('not on another day, nor under another environment, nor for other arguments', async () => {
    const twin = createTwin({});
    await settle(twin);
    expect((await twin.run([...build, '--quiet'])).printed).toBe('');
    expect((await twin.run([...build, '--out', 'other'])).printed).toMatch(/built in/);
    wait(86_400);
    expect((await twin.run(build)).printed).toMatch(/built in/);
  });
});

import { describe, expect, test } from 'vitest';
import type { GateResult } from '../../../../../src/core/inspect/gates/gate-result.js';
import { whenReady } from '../../../../../src/core/inspect/gates/live/warm-up.js';

/** Time that passes while somebody waits, and what was heard. */
function waiting(seconds: number) {
  let now = 0;
  const heard: string[] = [];
  const say = (word: string) => () => void heard.push(`${word} ${now / 1000}`);
  const clock = { now: () => now, wait: async (milliseconds: number) => void (now += milliseconds) };
  const progress = { begin: say('begin'), again: say('again'), end: say('end') };
  return { heard, warmUp: { clock, until: seconds * 1000, progress } };
}

/** A check that is well at a try. */
function wellAt(which: number): () => Promise<GateResult> {
  let times = 0;
  return async () => {
    times += 1;
    const verdict = times < which ? 'fail' : 'pass';
    return { check: 'golden.up', subject: 'web', verdict, message: 'said', next: '' };
  };
}

describe('what is not ready', () => {
  test('is waited for, longer each time, and said to be', async () => {
    const { heard, warmUp } = waiting(60);
    const result = await whenReady(warmUp, wellAt(4));
    expect(result).toMatchObject({ verdict: 'pass', message: 'said (ready at try 4)' });
    expect(heard).toEqual(['begin 0', 'again 1', 'again 3', 'end 7']);
  });

  test('is given up when the time is over', async () => {
    const { heard, warmUp } = waiting(2);
    expect((await whenReady(warmUp, wellAt(9))).message).toBe('said (not ready after 3 tries)');
    expect(heard).toEqual(['begin 0', 'again 1', 'end 2']);
  });

  test('is asked once where there is no time', async () => {
    const { heard, warmUp } = waiting(0);
    expect(await whenReady(warmUp, wellAt(2))).toMatchObject({ verdict: 'fail', message: 'said' });
    expect(heard).toEqual([]);
  });

  test('is no longer counted when its server fails', async () => {
    const { heard, warmUp } = waiting(60);
    const check = wellAt(2);
    let times = 0;
    const failing = async (): Promise<GateResult> => {
      times += 1;
      if (times === 2) throw new Error('gone');
      return check();
    };
    await expect(whenReady(warmUp, failing)).rejects.toThrow('gone');
    expect(heard).toEqual(['begin 0', 'end 1']);
  });
});

test('what is well at once is not waited for', async () => {
  const { heard, warmUp } = waiting(60);
  expect((await whenReady(warmUp, wellAt(1))).message).toBe('said');
  expect(heard).toEqual([]);
});

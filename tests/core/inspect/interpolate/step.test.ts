import { describe, expect, test } from 'vitest';
import {
  graphStep,
  printSeconds,
  rateInterval,
  readInterval,
  roundedStep,
} from '../../../../src/core/inspect/interpolate/step.js';
import { openingRange, relativeTime } from '../../../../src/core/inspect/interpolate/time-range.js';

describe('the distance of points', () => {
  test.each([
    ['six hours on 960 points', { range: 21_600, points: 960, least: 15 }, 20],
    ['fifteen minutes: the scrape interval', { range: 900, points: 960, least: 15 }, 15],
    ['four weeks', { range: 2_419_200, points: 960, least: 15 }, 1800],
    ['twice as far apart', { range: 900, points: 960, least: 15, factor: 2 }, 30],
    ['never more points than Prometheus answers', { range: 22_000_000, points: 1e6, least: 1 }, 2000],
  ])('%s', (_what, facts, expected) => {
    expect(graphStep(facts)).toBe(expected);
  });

  test.each([
    [15, 15, 60],
    [120, 15, 135],
    [5, 5, 20],
  ])('a step of %i s and scrapes every %i s: rates over %i s', (step, scrapes, expected) => {
    expect(rateInterval(step, scrapes)).toBe(expected);
  });

  test.each([
    [0.2, '200ms'],
    [15, '15s'],
    [90, '90s'],
    [3600, '1h'],
    [86_400, '1d'],
  ])('%d is written %s', (seconds, expected) => {
    expect(printSeconds(seconds)).toBe(expected);
  });

  test.each([
    ['1m', 60],
    ['>15s', 15],
    ['>= 10s', 10],
    ['30', 30],
    ['$__interval', undefined],
  ])('%s is read', (text, expected) => {
    expect(readInterval(text)).toBe(expected);
  });

  test('widths are rounded to steps that people can read', () => {
    expect([0.004, 7, 22, 100, 5000, 1e9].map(roundedStep)).toEqual([0.001, 5, 20, 120, 3600, 31_536_000]);
  });
});

describe('times', () => {
  const now = 1_700_000_000; // 22:13:20 UTC

  test.each([
    ['now', false, now],
    ['now-6h', false, now - 21_600],
    ['now+1h', false, now + 3600],
    ['now-1M', false, now - 2_592_000],
    ['now/d', false, 1_699_920_000],
    ['now/d', true, 1_700_006_400],
    ['now-1d/d', false, 1_699_833_600],
    ['2024-01-01', false, undefined],
    ['yesterday', false, undefined],
  ])('%s', (text, end, expected) => {
    expect(relativeTime(text, now, end)).toBe(expected);
  });

  test.each([
    ['what the dashboard says', { from: 'now-1h', to: 'now' }, undefined, 3600],
    ['the window that was asked for', { from: 'now-1h', to: 'now' }, '30m', 1800],
    ['six hours where it says nothing', {}, undefined, 21_600],
    ['six hours where its times are fixed', { from: '2020-01-01', to: '2020-01-02' }, undefined, 21_600],
    ['six hours where they are the wrong way round', { from: 'now', to: 'now-1h' }, undefined, 21_600],
    ['nothing that lies ahead', { from: 'now-1h', to: 'now+1h' }, undefined, 3600],
  ])('%s', (_what, written, window, length) => {
    expect(openingRange(written, now, window)).toEqual({ start: now - length, end: now });
  });
});

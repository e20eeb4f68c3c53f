import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseTime } from '../../../src/core/exporter/parse-time.js';

const noon = Date.UTC(2026, 0, 24, 12) / 1000;

test.each([
  ['2026-01-24T12:00:00Z', noon],
  ['2026-01-24T12:00:00', noon],
  ['2026-01-24 12:00:00', noon],
  ['2026-01-24t12:00:00z', noon],
  ['2026-01-24T12:00Z', noon],
  ['2026-01-24T12:00:00.250Z', noon + 0.25],
  ['2026-01-24T12:00:00,250Z', noon + 0.25],
  ['2026-01-24T12:00:00.123456+00:00', noon + 0.123456],
  ['2026-01-24T13:30:00+01:30', noon],
  ['2026-01-24T11:00:00-01', noon],
  ['2026-01-24T13:00:00+0100', noon],
  ['20260124T120000Z', noon],
  ['2026-01-24', noon - 43_200],
  ['2026-01-23T24:00:00Z', noon - 43_200],
  ['1970-01-01T00:00:00Z', 0],
  ['2024-02-29T00:00:00Z', Date.UTC(2024, 1, 29) / 1000],
])('%s is a time', (text, expected) => {
  expect(parseTime(text)).toBe(expected);
});

test.each([
  '',
  'now',
  '1769256000',
  '2026-13-01T00:00:00Z',
  '2026-02-29T00:00:00Z',
  '1900-02-29',
  '2026-01-24T25:00:00Z',
  '2026-01-24T24:00:01Z',
  '2026-01-24T12:60:00Z',
  '2026-01-24T12:00:00+01:60',
  '2026-01-24T12:00:00 CET',
  ' 2026-01-24T12:00:00Z',
  '2026-01-24T12:00:00Z\n2026',
])('%j is none', (text) => {
  expect(parseTime(text)).toBeUndefined();
});

test('every time that JavaScript writes is read as JavaScript means it', () => {
  const years = { min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true };
  fc.assert(
    fc.property(fc.date(years), (date) => {
      expect(parseTime(date.toISOString())).toBeCloseTo(date.getTime() / 1000, 3);
    }),
  );
});

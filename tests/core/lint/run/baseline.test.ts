import fc from 'fast-check';
import { expect, test } from 'vitest';
import { baselineOf, compareBaseline, parseBaseline, printBaseline } from '../../../../src/core/lint/run/baseline.js';
import type { Finding } from '../../../../src/core/model/finding.js';

function finding(id: string, line: number, message = 'm'): Finding {
  return {
    id,
    severity: 'error',
    message,
    subject: '',
    position: { file: 'a.json', line, column: 1 },
    dashboard: { title: 'A' },
    panel: { id: 1, title: '' },
  };
}

const everywhere = (): boolean => true;

test('knows findings whose lines moved, as often as they were there', () => {
  const baseline = baselineOf([finding('x/y', 1), finding('x/y', 2), finding('x/z', 3)]);
  const { fresh, known, gone } = compareBaseline(
    [finding('x/y', 8), finding('x/y', 9), finding('x/y', 10)],
    baseline,
    everywhere,
  );
  expect([fresh.length, known.length]).toEqual([1, 2]);
  expect(gone).toEqual([{ check: 'x/z', file: 'a.json', dashboard: 'A', panel: '1', message: 'm', count: 1 }]);
  expect(compareBaseline([], baseline, () => false).gone).toEqual([]);
});

test('is the same text, whatever the order', () => {
  const some = fc.array(
    fc
      .record({ id: fc.constantFrom('a/b', 'c/d'), line: fc.nat(9), message: fc.string() })
      .map(({ id, line, message }) => finding(id, line, message)),
  );
  fc.assert(
    fc.property(some, (findings) => {
      const text = printBaseline(baselineOf(findings));
      expect(printBaseline(baselineOf(findings.toReversed()))).toBe(text);
      expect(printBaseline(parseBaseline(text, 'b.json'))).toBe(text);
      expect(compareBaseline(findings, parseBaseline(text, 'b.json'), everywhere)).toMatchObject({
        fresh: [],
        gone: [],
      });
    }),
  );
});

test.each([
  '',
  '[]',
  '{"version": 2, "findings": []}',
  '{"version": 1, "findings": [{"check": 1}]}',
  '{"version": 1, "findings": [null]}',
])('refuses %s', (text) => {
  expect(() => parseBaseline(text, 'b.json')).toThrow('b.json is not a baseline of dashpack lint');
});

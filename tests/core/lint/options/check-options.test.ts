import { expect, test } from 'vitest';
import { checks } from '../../../../src/core/lint/checks/index.js';

const optioned = checks.flatMap(({ id, options }) => (options === undefined ? [] : [[id, options] as const]));

test.each(optioned)('%s is told what stands under its own id, and for the rest the defaults', (id, options) => {
  const names = Object.keys(options.shape);
  const defaults = Object.fromEntries(names.map((name) => [name, options.shape[name]?.initial]));
  expect(names.length).toBeGreaterThan(0);
  expect(options.of({})).toEqual(defaults);
  expect(options.of({ options: { 'other/check': { [names[0] ?? '']: 1 } } })).toEqual(defaults);
  const told = { [names[0] ?? '']: 'told' };
  expect(options.of({ options: { [id]: told } })).toEqual({ ...defaults, ...told });
});

test.each(optioned)('what %s takes for granted is what it accepts', (_id, { shape }) => {
  for (const option of Object.values(shape)) {
    expect(option.accepts(option.initial)).toBe(true);
    for (const odd of [undefined, null, Number.NaN, -1, {}, [''], [1], Symbol('x')])
      expect(option.accepts(odd)).toBe(false);
  }
});

import { expect, test } from 'vitest';
import type { Check } from '../../../../src/core/lint/check.js';
import { assertOptions } from '../../../../src/core/lint/run/assert-options.js';
import { checkOptions } from '../../../../src/core/lint/options/check-options.js';
import { choice, duration, flag, text, texts, wholeNumber } from '../../../../src/core/lint/options/option.js';
import { Failure } from '../../../../src/core/model/failure.js';

const shape = {
  many: wholeNumber(3, 'how many', 1),
  on: flag(true, 'whether'),
  name: text('a', 'how it is called'),
  names: texts([], 'how they are called'),
  way: choice('up', 'which way', ['up', 'down']),
  every: duration('30s', 'how often'),
};

const checks: readonly Check[] = [
  {
    id: 'a/b',
    severity: 'note',
    summary: '',
    looksAt: 'dashboard',
    options: checkOptions('a/b', shape),
    check: () => [],
  },
  { id: 'a/c', severity: 'note', summary: '', looksAt: 'dashboard', check: () => [] },
];

const position = { file: 'dashpack.config.ts', line: 3, column: 1 };

test('takes what is allowed', () => {
  const all = { many: 1, on: false, name: 'b', names: ['c', 'd'], way: 'down', every: '1m30s' };
  expect(() => assertOptions({ 'a/b': all, 'a/c': {} }, checks, position)).not.toThrow();
});

test.each<readonly [object, string]>([
  [{ 'a/b': { many: 0 } }, 'the option "many" of a/b is 0: it must be a whole number from 1 up'],
  [{ 'a/b': { many: 1.5 } }, 'the option "many" of a/b is 1.5: it must be a whole number from 1 up'],
  [{ 'a/b': { on: 'yes' } }, 'the option "on" of a/b is "yes": it must be true or false'],
  [{ 'a/b': { name: '' } }, 'the option "name" of a/b is "": it must be a text that is not empty'],
  [{ 'a/b': { names: 'c' } }, 'the option "names" of a/b is "c": it must be a list of texts that are not empty'],
  [{ 'a/b': { way: 'left' } }, 'the option "way" of a/b is "left": it must be "up" or "down"'],
  [{ 'a/b': { every: '30' } }, 'the option "every" of a/b is "30": it must be a duration, such as "30s"'],
  [{ 'a/b': { every: undefined } }, 'the option "every" of a/b is undefined: it must be a duration, such as "30s"'],
  [{ 'a/b': { mani: 1 } }, 'a/b has no option "mani": did you mean "many"?'],
  [{ 'a/b': { x: 1 } }, 'a/b has no option "x": it has many, on, name, names, way, every'],
  [{ 'a/b': { toString: 1 } }, 'a/b has no option "toString": it has many, on, name, names, way, every'],
  [{ 'a/b': [] }, 'the options of a/b are [], not an object'],
  [{ 'a/c': { x: 1 } }, 'a/c has no option "x": it has none'],
  [{ a: {} }, 'there is no check "a" that has options: it is a group, and options are those of one check'],
  [{ 'a/d': {} }, 'there is no check "a/d" that has options: did you mean "a/b"?'],
])('refuses %o', (options, message) => {
  let thrown: unknown;
  try {
    assertOptions(options as never, checks, position);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(Failure);
  expect(thrown).toMatchObject({ message, position });
});

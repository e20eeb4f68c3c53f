import { createContext, runInContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../../src/core/model/json.js';
import { normalise } from '../../../src/core/emit/normalise.js';
import { catchFailure } from './catch-failure.js';

class Panel {
  readonly title = 'x';
}

const cyclic: Record<string, unknown> = { a: {} };
cyclic['a'] = { b: [cyclic] };

function nest(levels: number): unknown {
  return levels === 0 ? 1 : [nest(levels - 1)];
}

/** Rebuilds a value with every object's keys put in in reverse. */
function reverseKeys(value: Json): Json {
  if (Array.isArray(value)) return value.map(reverseKeys);
  if (typeof value !== 'object' || value === null) return value;
  const result = Object.create(null) as Record<string, Json>;
  for (const [key, item] of Object.entries(value).toReversed())
    result[key] = item === undefined ? null : reverseKeys(item);
  return result;
}

describe('normalise', () => {
  test('sorts keys by code unit, keeps arrays in order, drops undefined and the mark of the SDK', () => {
    const value = {
      b: 1,
      a: [3, 1, { d: undefined, c: -0, _implementsDataqueryVariant: () => {} }],
      Z: null,
      ä: 'text',
      '10': true,
      '9': false,
      z: { aa: 1, a: 2, B: 3 },
    };
    expect(JSON.stringify(normalise(value, 'x'))).toBe(
      '{"9":false,"10":true,"Z":null,"a":[3,1,{"c":0}],"b":1,"z":{"B":3,"a":2,"aa":1},"ä":"text"}',
    );
  });

  test('has one zero', () => {
    expect(Object.is(normalise(-0, 'x'), 0)).toBe(true);
  });

  test('sorts objects of every size', () => {
    const keys = Array.from({ length: 100 }, (_key, index) => `k${(index * 37) % 100}`);
    for (let size = 0; size <= keys.length; size += 1) {
      const some = keys.slice(0, size);
      const sorted = normalise(Object.fromEntries(some.map((key) => [key, 1])), 'x') as object;
      expect(Object.keys(sorted)).toEqual([...some].sort());
    }
  });

  test('shares nothing with the value', () => {
    const shared = { w: 12 };
    const value = { first: shared, second: shared, list: [shared] };
    const copy = normalise(value, 'x') as Record<string, unknown>;
    shared.w = 1;
    value.list.push(shared);
    expect(copy).toEqual({ first: { w: 12 }, second: { w: 12 }, list: [{ w: 12 }] });
    expect(copy['first']).not.toBe(copy['second']);
  });

  test('takes plain objects without a prototype, of another realm, and with any key', () => {
    const bare = Object.assign(Object.create(null) as object, { b: 1, a: 2 });
    const foreign: unknown = runInContext('({ b: [1], a: 2 })', createContext());
    const odd: unknown = JSON.parse('{"constructor":1,"__proto__":{"x":1},"toString":2}');
    expect(JSON.stringify(normalise({ bare, foreign, odd }, 'x'))).toBe(
      '{"bare":{"a":2,"b":1},"foreign":{"a":2,"b":[1]},"odd":{"__proto__":{"x":1},"constructor":1,"toString":2}}',
    );
  });

  test.each<[name: string, value: unknown, message: string]>([
    ['undefined', undefined, '$ is undefined'],
    ['function', { a: [{ b: () => 1 }] }, '$.a[0].b is a function'],
    ['symbol', { a: Symbol('x') }, '$.a is a symbol'],
    ['bigint', [1n], '$[0] is a bigint'],
    ['NaN', { 'a b': Number.NaN }, '$["a b"] is the number NaN'],
    ['Infinity', [[-Infinity]], '$[0][0] is the number -Infinity'],
    ['Date', { at: new Date(0) }, '$.at is an object of class Date'],
    ['Map', { m: new Map() }, '$.m is an object of class Map'],
    ['class instance', { panels: [new Panel()] }, '$.panels[0] is an object of class Panel'],
    ['boxed text', { a: Object('x') as unknown }, '$.a is an object of class String'],
    ['object with a prototype of its own', Object.create({ inherited: 1 }), '$ is an object of class Object'],
    ['cycle', { top: cyclic }, '$.top.a.b[0] is a cycle back to $.top'],
    ['undefined in an array', { a: [1, undefined] }, '$.a[1] is undefined'],
    ['hole in an array', { a: Object.assign([1], { 2: 3 }) }, '$.a[1] is undefined'],
    ['endless nesting', nest(501), 'is nesting deeper than 500 levels'],
    ['method toJSON', { a: { toJSON: () => 1 } }, '$.a.toJSON is a function'],
  ])('refuses %s and names the path', async (_name, value, message) => {
    const failure = await catchFailure(() => normalise(value, 'dashboard "Overview"'));
    expect(failure.message).toContain(message);
    expect(failure.message).toMatch(/^dashboard "Overview": .*, which JSON cannot hold$/s);
    expect(failure.next).toMatch(/^give \$/);
  });

  test('goes 500 levels deep', () => {
    expect(normalise(nest(500), 'x')).toEqual(nest(500));
  });

  test('is the JSON round trip, does not depend on the order of keys, and changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (any) => {
        const value = any as Json;
        const once = normalise(value, 'x');
        const text = JSON.stringify(once);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(JSON.stringify(normalise(reverseKeys(value), 'x'))).toBe(text);
        expect(JSON.stringify(normalise(once, 'x'))).toBe(text);
      }),
      { numRuns: 500 },
    );
  });
});

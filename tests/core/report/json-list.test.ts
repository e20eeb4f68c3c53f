import { expect, test } from 'vitest';
import { printItems, splitAtList } from '../../../src/core/report/json-list.js';

test.each([[[]], [[{ a: 1 }]], [[{}, { text: 'a\n  b []', list: [], inner: { list: [1, [2]] } }, { a: null }]]])(
  'a list is printed piece by piece as it is in one: %j',
  (items) => {
    const flat = { before: [], text: '[]', items };
    const [start, end] = splitAtList({ ...flat, items: [] });
    expect(start + [...printItems<object>(items, (item) => item, 2)].join('') + end).toBe(
      `${JSON.stringify(flat, null, 2)}\n`,
    );
    const deep = { runs: [{ items }] };
    const [top, bottom] = splitAtList({ runs: [{ items: [] }] });
    expect(top + [...printItems<object>(items, (item) => item, 6)].join('') + bottom).toBe(
      `${JSON.stringify(deep, null, 2)}\n`,
    );
  },
);

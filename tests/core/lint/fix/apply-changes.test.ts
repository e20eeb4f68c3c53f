import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Change } from '../../../../src/core/lint/check.js';
import { applyChanges } from '../../../../src/core/lint/fix/apply-changes.js';

const text = `{
    "title": "A",
    "panels": [
        { "id": 1, "title": "One, \\"two\\"" },
        { "id": 1 },
        {}
    ],
    "links": [],
    "refresh": "1s"
}
`;

test.each<readonly [string, readonly Change[], string, string]>([
  ['replaces a value', [{ path: ['panels', 1, 'id'], value: 2 }], '{ "id": 1 },\n', '{ "id": 2 },\n'],
  ['replaces a text', [{ path: ['title'], value: 'B' }], '"title": "A"', '"title": "B"'],
  ['removes the first member', [{ path: ['title'], value: undefined }], '"title": "A",\n    ', ''],
  ['removes the last member', [{ path: ['refresh'], value: undefined }], ',\n    "refresh": "1s"', ''],
  ['removes an only member', [{ path: ['panels', 1, 'id'], value: undefined }], '{ "id": 1 },\n', '{ },\n'],
  ['removes an item', [{ path: ['panels', 2], value: undefined }], ',\n        {}', ''],
  [
    'adds a member to a line',
    [{ path: ['panels', 1, 'title'], value: 'T' }],
    '{ "id": 1 },\n',
    '{ "id": 1, "title": "T" },\n',
  ],
  [
    'adds a member to nothing',
    [{ path: ['panels', 2, 'id'], value: 3 }],
    '        {}',
    '        {\n            "id": 3\n        }',
  ],
  ['adds a member to lines', [{ path: ['editable'], value: false }], '"1s"\n', '"1s",\n    "editable": false\n'],
  [
    'adds an object',
    [{ path: ['time'], value: { from: 'now-1h' } }],
    '"1s"\n',
    '"1s",\n    "time": {\n        "from": "now-1h"\n    }\n',
  ],
  [
    'adds items to a list',
    [
      { path: ['panels', 3], value: 1 },
      { path: ['panels', 4], value: { a: [] } },
    ],
    '        {}\n',
    '        {},\n        1,\n        {\n            "a": []\n        }\n',
  ],
  ['adds an item to nothing', [{ path: ['links', 0], value: 1 }], '[]', '[\n        1\n    ]'],
])('%s, and changes nothing else', (_name, changes, from, to) => {
  expect(applyChanges(text, [changes])).toEqual({ text: text.replace(from, () => to), made: [changes], left: [] });
});

test('makes several changes at once, and leaves what is inside another', () => {
  const outer: Change = { path: ['panels', 0], value: undefined };
  const inner: Change = { path: ['panels', 0, 'id'], value: 7 };
  const other: Change = { path: ['title'], value: 'B' };
  const { text: changed, made, left } = applyChanges(text, [[outer], [inner], [other]]);
  expect(JSON.parse(changed)).toMatchObject({ title: 'B' });
  expect(made.length + left.length).toBe(3);
  expect(left).toHaveLength(1);
});

test('of changes that belong together, makes all or none', () => {
  const half: readonly Change[] = [
    { path: ['title'], value: 'B' },
    { path: ['panels', 9, 'id'], value: 1 },
  ];
  expect(applyChanges(text, [half])).toEqual({ text, made: [], left: [half] });
  const taken: readonly Change[] = [{ path: ['title'], value: 'C' }];
  const both: readonly Change[] = [
    { path: ['refresh'], value: '5s' },
    { path: ['title'], value: 'D' },
  ];
  expect(applyChanges(text, [taken, both])).toEqual({
    text: text.replace('"A"', '"C"'),
    made: [taken],
    left: [both],
  });
});

test.each<readonly [string, string, string]>([
  [
    'lines that end in \\r\\n',
    '{\r\n\t"a": 1\r\n}\r\n',
    '{\r\n\t"a": 1,\r\n\t"b": {\r\n\t\t"c": [\r\n\t\t\t1\r\n\t\t]\r\n\t}\r\n}\r\n',
  ],
  ['one line', '{"a":1}', '{"a":1,"b":{"c":[1]}}'],
  ['one line with spaces', '{ "a": 1 }\n', '{ "a": 1, "b": {"c":[1]} }\n'],
  ['nothing', '{}', '{"b":{"c":[1]}}'],
])('lays out what it adds like the rest: %s', (_name, before, after) => {
  expect(applyChanges(before, [[{ path: ['b'], value: { c: [1] } }]]).text).toBe(after);
});

test('does nothing where nothing stands', () => {
  const changes: readonly Change[] = [
    { path: ['panels', 9, 'id'], value: 1 },
    { path: ['title', 'x'], value: 1 },
    { path: ['nothing'], value: undefined },
  ];
  const groups = changes.map((change) => [change]);
  expect(applyChanges(text, groups)).toEqual({ text, made: [], left: groups });
});

test('gives, in any JSON text, what the change says', () => {
  const printed = fc.record({
    json: fc.dictionary(fc.string(), fc.jsonValue()),
    indent: fc.constantFrom(0, 2, 4, '\t'),
  });
  fc.assert(
    fc.property(
      printed,
      fc.string(),
      fc.option(fc.jsonValue(), { nil: undefined }),
      ({ json, indent }, added, value) => {
        for (const name of [...Object.keys(json), added]) {
          const before = JSON.stringify(json, null, indent);
          const { text: after } = applyChanges(before, [[{ path: [name], value }]]);
          const expected = JSON.parse(before) as Record<string, unknown>;
          const entries = Object.entries(expected).filter(([key]) => key !== name);
          const kept = value === undefined ? entries : [...entries, [name, JSON.parse(JSON.stringify(value))]];
          expect(new Map(Object.entries(JSON.parse(after) as object))).toEqual(new Map(kept as [string, unknown][]));
        }
      },
    ),
  );
});

test.each<readonly [string, string, string, string]>([
  ['another end', String.raw`{"e":"a \u003e b"}`, 'a > c', String.raw`{"e":"a \u003e c"}`],
  ['another start', String.raw`{"e":"a \u003e b"}`, 'A" > b', String.raw`{"e":"A\" \u003e b"}`],
  ['nothing left', String.raw`{"e":"\/"}`, '', '{"e":""}'],
  ['more', '{"e":"a"}', 'aa', '{"e":"aa"}'],
  ['another form', '{"e":1}', 'a', '{"e":"a"}'],
])('leaves a text as it is written but for what is other: %s', (_name, before, value, after) => {
  expect(applyChanges(before, [[{ path: ['e'], value }]]).text).toBe(after);
});

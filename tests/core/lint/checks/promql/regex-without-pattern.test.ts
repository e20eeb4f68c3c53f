import { regexWithoutPattern } from '../../../../../src/core/lint/checks/promql/regex-without-pattern.js';
import { finds, fixed, passes } from './lint-query.js';

import { expect, test } from 'vitest';

finds(regexWithoutPattern, [
  ['x{a="b", job=~"web"}', 'note: job=~"web" has no pattern: it matches the whole value "web" only @ job=~"web"'],
  ["x{job!~'web', a='b'}", 'note: job!~"web" has no pattern: it matches the whole value "web" only @ job!~\'web\''],
  [
    'x{a="c,d=~", path=~"/a\\\\.b"}',
    'note: path=~"/a\\.b" has no pattern: it matches the whole value "/a.b" only @ path=~"/a\\\\.b"',
  ],
]);

passes(regexWithoutPattern, ['x{a=~"b.*"}', 'x{a=~"b|c"}', 'x{a=~"$b"}', 'x{a=~"b.c"}', 'x{a=~"(b)"}', 'x{a="b"}']);

test.each([
  ['x{a="b", job=~"web"}', 'x{a="b", job="web"}'],
  ["x{job !~ 'web', a='b'}", 'x{job !="web", a=\'b\'}'],
  ['x{path=~"/a\\\\.b"}', 'x{path="/a.b"}'],
])('%s becomes %s', (before, after) => {
  expect(fixed(regexWithoutPattern, before)).toBe(after);
});

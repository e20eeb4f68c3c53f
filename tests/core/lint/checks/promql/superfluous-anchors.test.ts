import { superfluousAnchors } from '../../../../../src/core/lint/checks/promql/superfluous-anchors.js';
import { finds, fixed, passes } from './lint-query.js';

import { expect, test } from 'vitest';

const always = 'needs no anchors: Prometheus always matches the whole value';

finds(superfluousAnchors, [
  ['x{job=~"^web.*"}', `note: job=~"^web.*" ${always} @ "^web.*"`],
  ['x{job!~"web|db$"}', `note: job!~"web|db$" ${always} @ "web|db$"`],
  ['x{route=~"^$route$"}', `note: route=~"^$route$" ${always} @ "^$route$"`],
]);

passes(superfluousAnchors, ['x{a=~"b.*"}', 'x{a="^b$"}', 'x{a=~"b\\\\$"}', 'x{a=~"$b"}', 'x{a=~"[^b]"}']);

test.each([
  ['x{a=~"^b.*$"}', 'x{a=~"b.*"}'],
  ['x{a=~"^(b|c)$", d="e"}', 'x{a=~"(b|c)", d="e"}'],
])('%s becomes %s', (before, after) => {
  expect(fixed(superfluousAnchors, before)).toBe(after);
});

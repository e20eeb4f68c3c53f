import { expect, test } from 'vitest';
import type { BinaryNode } from '../../../../src/core/promql/node.js';
import { joinConflict } from '../../../../src/core/promql/analyze/never-matches.js';
import { parse } from '../../../../src/core/promql/read/parse.js';
import { lookup } from './fixture.js';

const conflict = (query: string): string | undefined => joinConflict(parse(query) as BinaryNode, lookup);
const lacking = (label: string, has = 'left', lacks = 'right'): string =>
  `the ${has} side has the label "${label}", which the ${lacks} side does not have`;

test.each([
  ['in_flight + on (route) memory_bytes', lacking('route')],
  ['in_flight{route="/a"} + on (route) in_flight{route="/b"}', 'route is "/a" on the left and "/b" on the right'],
  // A label that is certainly written is like one that is carried; one that may be is not.
  ['label_replace(memory_bytes, "zone", "a", "job", ".*") + on (zone) in_flight', lacking('zone')],
  ['in_flight + on (zone) label_join(memory_bytes, "zone", "-", "job", "instance")', lacking('zone', 'right', 'left')],
  ['label_replace(memory_bytes, "zone", "$1", "job", "web-(.*)") + on (zone) in_flight', undefined],
  ['label_replace(in_flight, "route", "", "job", "web") + on (route) memory_bytes', undefined],
  ['$function(in_flight) + on (route) memory_bytes', undefined],
  ['(in_flight $clause) + on (route) memory_bytes', undefined],
  ['(in_flight $op memory_bytes) + on (route) memory_bytes', undefined],
  // What else it carries, it still does.
  ['label_replace(in_flight, "zone", "$1", "job", "web-(.*)") + on (route) memory_bytes', lacking('route')],
])('%s', (query, reason) => {
  expect(conflict(query)).toBe(reason);
});

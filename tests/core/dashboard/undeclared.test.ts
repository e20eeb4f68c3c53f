import { expect, test } from 'vitest';
import { undeclaredIn } from '../../../src/core/dashboard/undeclared.js';

test.each([
  ['$mode', []],
  ['$stage and ${stage}', ['stage']],
  ['${stage:csv} [[stage]] [[other:pipe]]', ['stage', 'other']],
  ['$__rate_interval ${__url_time_range} $1 costs 5$', []],
  ['nothing', []],
])('%s', (text, names) => {
  expect(undeclaredIn([undefined, text], new Set(['mode']))).toEqual(names);
});

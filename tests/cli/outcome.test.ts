import { expect, test } from 'vitest';
import type { Finding } from '../../src/core/model/finding.js';
import type { Fault } from '../../src/cli/fault.js';
import { exitCode, nothing, type Outcome, type Strictness } from '../../src/cli/outcome.js';

const finding = (id: string, severity: Finding['severity']): Finding => ({ id, severity, message: 'm', subject: 's' });
const wrong = finding('promql/rate-on-gauge', 'error');
const warning = finding('promql/x', 'warning');
const duplicate = finding('dashboard/duplicate-uid', 'error');
const fault = (code: Fault['exitCode']): Fault => ({ message: 'm', next: 'n', exitCode: code });
const skipped = [{ gate: 'type check', reason: '--no-type-check' }];

test.each<[code: number, name: string, outcome: Partial<Outcome>, strictness: Partial<Strictness>]>([
  [0, 'nothing', {}, {}],
  [0, 'warnings and notes', { findings: [warning, finding('a/b', 'note')] }, {}],
  [1, 'a warning, where warnings fail', { findings: [warning] }, { failOn: 'warning' }],
  [0, 'a note, where warnings fail', { findings: [finding('a/b', 'note')] }, { failOn: 'warning' }],
  [1, 'an error', { findings: [warning, wrong] }, {}],
  [1, 'a difference', { told: [finding('check/changed', 'error')] }, {}],
  [2, 'packs that do not fit together', { findings: [wrong, duplicate] }, {}],
  [3, 'an error, and something that could not be checked', { findings: [wrong], faults: [fault(3)] }, {}],
  [2, 'all of them', { findings: [wrong], faults: [fault(3), fault(2)] }, {}],
  [0, 'a gate that was left out', { skipped }, {}],
  [3, 'a gate that was left out, strictly', { skipped, findings: [wrong] }, { strict: true }],
  [130, 'an interruption', { signal: 'SIGINT', faults: [fault(2)] }, {}],
  [143, 'a termination', { signal: 'SIGTERM' }, {}],
])('exits with %i for %s', (code, _name, outcome, strictness) => {
  expect(exitCode({ ...nothing, ...outcome }, strictness)).toBe(code);
});

import { describe, expect, it } from 'vitest';
import type { ReadRuleFile } from '../../../../../src/core/document/read-rule-file.js';
import { readRuleFile } from '../../../../../src/core/document/read/rule-file.js';
import { unknownRecordingRule } from '../../../../../src/core/lint/checks/rule/unknown-recording-rule.js';
import { bareContext, contextWith } from '../../lint-one.js';
import { itFindsInRules, itSurvivesInRules } from '../rule-cases.js';

const recorded = { record: 'job:requests:rate5m', expr: 'sum by (job) (rate(http_requests_total[5m]))' };
const finding =
  'rule/unknown-recording-rule groups.0.rules.0.expr: job:errors:rate5m is named as recorded by a rule, but no rule of what is linted records it';

describe('rule/unknown-recording-rule', () => {
  itFindsInRules([
    ['the example of its page', { rule: { expr: 'job:errors:rate5m > 1' }, more: [recorded] }, [finding]],
    ['inside', { rule: { expr: 'sum(job:errors:rate5m{job="web"}) > 1' }, more: [recorded] }, [finding]],
    ['nothing is recorded', { rule: { expr: 'job:errors:rate5m > 1' } }, [finding]],
    ['silent: the file records it', { rule: { expr: 'job:requests:rate5m > 1' }, more: [recorded] }],
    [
      'silent: another file records it',
      { rule: { expr: 'job:errors:rate5m > 1' } },
      [],
      { ...bareContext, recorded: new Set(['job:errors:rate5m']) },
    ],
    [
      'silent: the catalog has it',
      { rule: { expr: 'job:errors:rate5m > 1' } },
      [],
      contextWith([{ name: 'job:errors:rate5m', type: 'gauge', help: '', labels: {}, owners: [], origin: 'recorded' }]),
    ],
  ]);
  itSurvivesInRules('expr');

  it('looks at the rules of a file once, not once for each of them', () => {
    const rules = Array.from({ length: 5 }, (_, index) => ({ ...recorded, record: `job:requests:rate${index}m` }));
    const read = readRuleFile({ groups: [{ name: 'web', rules }] }, []);
    let looked = 0;
    const file: ReadRuleFile = Object.defineProperty({ ...read }, 'rules', {
      get: () => {
        looked += 1;
        return read.rules;
      },
    });
    for (const rule of read.rules) expect([...unknownRecordingRule.check(rule, file, bareContext)]).toEqual([]);
    expect(looked).toBe(1);
  });
});

import { describe } from 'vitest';
import { jobMatcher } from '../../../../../src/core/lint/checks/house/job-matcher.js';
import { contextOf } from '../contexts.js';
import { itFinds } from '../group-cases.js';

describe('house/job-matcher', () => {
  const expr = (text: string) => ({ 'panels/1/targets': [], 'panels/2/targets/0/expr': text });
  const lacks = (found: string) =>
    `house/job-matcher panels.2.targets.0.expr: the house asks for job=~"$job" in every selector: up has ${found}`;
  itFinds(
    [jobMatcher],
    [
      ['the matcher', expr('up{job=~"$job"}')],
      ['the matcher in other words', expr('up{job=~"${job:regex}"} + up{job=~"[[job]]"}')],
      ['another value', expr('up{job=~"a|b"}'), [lacks('job=~"a|b"')]],
      ['another operator', expr('up{job="$job"}'), [lacks('job="$job"')]],
      ['none', expr('up{other="a"}'), [lacks('nothing')]],
      ['one of two', expr('up{job=~"$job"} / up'), [lacks('nothing')]],
      ['a filter that may be it', expr('up{$filter}')],
      ['what does not parse', expr('up{')],
      [
        'what the options say',
        expr('up{app="$a"} + ALERTS_FOR_STATE'),
        [],
        contextOf({
          options: { 'house/job-matcher': { label: 'app', variable: 'a', operator: '=', except: ['ALERTS*'] } },
        }),
      ],
    ],
  );
});

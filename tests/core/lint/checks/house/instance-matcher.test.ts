import { describe } from 'vitest';
import { instanceMatcher } from '../../../../../src/core/lint/checks/house/instance-matcher.js';
import { contextOf } from '../contexts.js';
import { itFinds } from '../group-cases.js';

describe('house/instance-matcher', () => {
  const expr = (text: string) => ({ 'panels/1/targets': [], 'panels/2/targets/0/expr': text });
  const lacks = (found: string) =>
    `house/instance-matcher panels.2.targets.0.expr: the house asks for instance=~"$instance" in every selector: up has ${found}`;
  itFinds(
    [instanceMatcher],
    [
      ['the matcher', expr('up{instance=~"$instance"}')],
      ['the matcher in other words', expr('up{instance=~"${instance:regex}"} + up{instance=~"[[instance]]"}')],
      ['another value', expr('up{instance=~"a|b"}'), [lacks('instance=~"a|b"')]],
      ['another operator', expr('up{instance="$instance"}'), [lacks('instance="$instance"')]],
      ['none', expr('up{other="a"}'), [lacks('nothing')]],
      ['one of two', expr('up{instance=~"$instance"} / up'), [lacks('nothing')]],
      ['a filter that may be it', expr('up{$filter}')],
      ['what does not parse', expr('up{')],
      [
        'what the options say',
        expr('up{app="$a"} + ALERTS_FOR_STATE'),
        [],
        contextOf({
          options: { 'house/instance-matcher': { label: 'app', variable: 'a', operator: '=', except: ['ALERTS*'] } },
        }),
      ],
    ],
  );
});

import { absent, or, print, withLabel } from 'dashpack';
import { expect, test } from 'vitest';
import { testRules } from '../../../servers/promtool.js';
import { LOCAL, up } from '../../promql/agreement/catalog.js';

const asked = up.on(LOCAL)({ job: 'web' });

test('absent() beside what it stands in for carries the same label', () => {
  expect(print(or(asked, withLabel(absent(asked), 'instance', 'none')).node)).toBe(
    'up{job="web"} or label_replace(absent(up{job="web"}), "instance", "none", "", "")',
  );
});

test('an empty value is refused: it would take the label away', () => {
  expect(() => withLabel(asked, 'instance', '')).toThrow('an empty label is none');
});

test.each(['none', 'a$1b', 'with "quotes" and \\'])('every series has the value %j', (value) => {
  const { printed } = testRules(
    { groups: [] },
    {
      tests: [
        {
          interval: '1m',
          input_series: [{ series: 'up{job="web", instance="a"}', values: '1' }],
          promql_expr_test: [
            {
              expr: print(withLabel(asked, 'instance', value).node),
              eval_time: '0s',
              exp_samples: [{ labels: `up{job="web", instance=${JSON.stringify(value)}}`, value: 1 }],
            },
          ],
        },
      ],
    },
  );
  expect(printed).toContain('SUCCESS');
});

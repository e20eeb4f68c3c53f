import { expect, test } from 'vitest';
import { computedActions, renderTemplate, templateLabels } from '../../../src/core/rule/template.js';
import { testRules } from '../../servers/promtool.js';

/** What the expression returns. The alert has `severity` besides, which texts do not see. */
const labels = { job: 'web', source: 'a b' };

const texts: readonly (readonly [text: string, values: readonly string[], rendered: string])[] = [
  ['nothing to render', [], 'nothing to render'],
  ['job {{ $labels.job }} of {{$labels.source}}', [], 'job web of a b'],
  ['a label of its own: [{{ $labels.severity }}]', [], 'a label of its own: []'],
  ['a label that it lacks: [{{ $labels.gone }}]', [], 'a label that it lacks: []'],
  ['value {{ $value }}, {{ $labels.job }}', ['42'], 'value 42, web'],
  ['{{ $value | printf "%.1f" }} of {{ $labels.job | toUpper }}', ['42.0', 'WEB'], '42.0 of WEB'],
  ['white space  {{- $labels.job -}}  taken away', [], 'white spacewebtaken away'],
  ['lines\nwith {{ $labels.job }}\n\nand more', [], 'lines\nwith web\n\nand more'],
  ['{ braces } {}', [], '{ braces } {}'],
];

test.each(texts)('%j is rendered as Prometheus renders it', (text, values, rendered) => {
  expect(renderTemplate(text, labels, values)).toBe(rendered);
  const { code, printed } = testRules(
    {
      groups: [
        {
          name: 'g',
          rules: [{ alert: 'A', expr: 'x > 1', labels: { severity: 'page' }, annotations: { summary: text } }],
        },
      ],
    },
    {
      tests: [
        {
          interval: '1m',
          input_series: [{ series: 'x{job="web", source="a b"}', values: '42x5' }],
          alert_rule_test: [
            {
              alertname: 'A',
              eval_time: '2m',
              exp_alerts: [{ exp_labels: { ...labels, severity: 'page' }, exp_annotations: { summary: rendered } }],
            },
          ],
        },
      ],
    },
  );
  expect(printed).toContain('SUCCESS');
  expect(code).toBe(0);
});

test('the labels that a text reads, each once', () => {
  expect(templateLabels('{{ $labels.job }} {{ $labels.job | toUpper }} {{ if eq $labels.source "x" }}')).toEqual([
    'job',
    'source',
  ]);
});

test('what must be told what it renders to', () => {
  expect(computedActions('{{ $labels.job }} {{ $value }} {{ $labels.job | toUpper }}')).toBe(2);
});

import { describe } from 'vitest';
import { itFindsInRules, itSurvivesInRules } from '../rule-cases.js';

const sums = {
  expr: 'sum by (job) (rate(http_errors_total[5m])) > 1',
  annotations: { summary: 's', description: 'd' },
};
const where = { summary: '{{ $labels.instance }}', description: 'd' };
const finding = (path: string, what: string, label: string, returned: string): string =>
  `rule/unknown-label-in-template groups.0.rules.0.${path}: ${what} of the alert "WebDown" names {{ $labels.${label} }}, but the expression returns ${returned}`;

describe('rule/unknown-label-in-template', () => {
  itFindsInRules([
    [
      'the example of its page',
      { rule: { ...sums, annotations: { summary: '{{ $labels.instance }}', description: 'd' } } },
      [finding('annotations.summary', 'the summary', 'instance', 'only job')],
    ],
    [
      'in a label',
      { rule: { ...sums, labels: { severity: 'page', team: '{{.Labels.team}}' } } },
      [finding('labels.team', 'the label team', 'team', 'only job')],
    ],
    [
      'by index, and each once',
      { rule: { ...sums, annotations: { summary: '{{ index $labels "a" }} {{ $labels.a }}', description: 'd' } } },
      [finding('annotations.summary', 'the summary', 'a', 'only job')],
    ],
    [
      'no labels at all',
      { rule: { expr: 'sum(up) < 1', annotations: where } },
      [finding('annotations.summary', 'the summary', 'instance', 'no labels')],
    ],
    [
      'absence',
      { rule: { expr: 'absent(up{job="web"})', annotations: where } },
      [finding('annotations.summary', 'the summary', 'instance', 'only job')],
    ],
    [
      'behind a block whose labels are of another query, and by $ in it',
      {
        rule: {
          ...sums,
          annotations: {
            summary:
              '{{ if true }}{{ .Labels.a }}{{ end }}{{- range query "up" }}{{ $labels.b }}{{ end -}}{{ .Labels.c }}',
            description: 'd',
          },
        },
      },
      ['a', 'b', 'c'].map((label) => finding('annotations.summary', 'the summary', label, 'only job')),
    ],
    [
      'silent: the labels of another query',
      {
        rule: {
          ...sums,
          annotations: {
            summary:
              '{{- range query "up == 0" }} {{ .Labels.instance }} {{- if true }}{{ index .Labels "a" }}{{ end }}{{ end }}',
            description: '{{ with query "up" }}{{ . | first | label "instance" }}{{ .Labels.x }}{{ end }}',
          },
        },
      },
    ],
    [
      'silent: the label is kept',
      { rule: { ...sums, annotations: { summary: '{{ $labels.job }}', description: '$labels.x' } } },
    ],
    ['silent: nobody knows', { rule: { annotations: { summary: '{{ $labels.anything }}', description: 'd' } } }],
    ['silent: a label of the group', { rule: sums, group: { labels: { team: '{{ $labels.team }}' } } }],
    ['silent: what does not parse', { rule: { ...sums, expr: 'sum(' } }],
  ]);
  itSurvivesInRules('annotations', 'labels');
});

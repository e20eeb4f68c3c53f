import { describe } from 'vitest';
import { variableChecks } from '../../../../../src/core/lint/checks/variable/index.js';
import { itFinds, itSurvives } from '../group-cases.js';

describe('variable/undeclared', () => {
  itFinds(variableChecks, [
    [
      'the example of its page',
      { 'panels/2/targets/0/expr': 'min(up{job="$job"})' },
      [
        'variable/undeclared panels.2.targets.0.expr: the query of the panel uses the variable "job", which the dashboard does not declare',
      ],
    ],
    [
      'a slip',
      { 'panels/2/targets/0/expr': 'min(up{route=~"$rout"})' },
      [
        'variable/undeclared panels.2.targets.0.expr: the query of the panel uses the variable "rout", which the dashboard does not declare: did you mean "route"?',
      ],
    ],
    [
      "a variable's query",
      { 'templating/list/0/query/query': 'label_values(up{job="[[job]]"}, route)' },
      [
        'variable/undeclared templating.list.0.query.query: the query of the variable uses the variable "job", which the dashboard does not declare',
      ],
    ],
    ['silent: declared', { 'panels/2/targets/0/expr': 'min(up{route=~"${route:regex}"})' }],
    ["silent: Grafana's own", { 'panels/2/targets/0/expr': 'min(avg_over_time(up[$__range])) + $__interval_ms' }],
    [
      'silent: a group of label_replace',
      { 'panels/2/targets/0/expr': 'label_replace(up, "host", "$host", "instance", "(?P<host>[^:]+):.*")' },
    ],
    ['silent: in a comment', { 'panels/2/targets/0/expr': 'min(up) # $job' }],
    ['silent: a query that does not parse', { 'panels/2/targets/0/expr': 'min(up{job="$job"}' }],
    [
      'silent: an input of an import',
      { __inputs: [{ name: 'VAR_JOB' }], 'panels/2/targets/0/expr': 'up{job="${VAR_JOB}"}' },
    ],
  ]);
  itSurvives(variableChecks, ['__inputs', 'templating']);
});

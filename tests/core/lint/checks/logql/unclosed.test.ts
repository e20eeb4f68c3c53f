import { describe } from 'vitest';
import { logqlChecks } from '../../../../../src/core/lint/checks/logql/index.js';
import { itFinds, itSurvives, type Case } from '../group-cases.js';

const loki = { type: 'loki', uid: 'loki' };
const ask = (expr: string) => ({
  'panels/1/datasource': loki,
  'panels/1/targets': [{ refId: 'A', datasource: loki, expr }],
});

function refused(expr: string, why: string): Case {
  return [expr, ask(expr), [`logql/unclosed panels.1.targets.0.expr: Loki refuses query A: ${why}`]];
}

function taken(expr: string): Case {
  return [expr, ask(expr)];
}

describe('logql/unclosed', () => {
  itFinds(logqlChecks, [
    refused('{job="web"', 'the { of "{\\"job=\\"web\\"" is not closed'.replace('{\\"job', '{job')),
    refused('sum(rate({job="web"}[$__auto])', 'the ( of "(rate({job=\\"web\\"}[$__auto])" is not closed'),
    refused('{job="web"})', 'nothing is open that the ) in ")" closes'),
    refused('rate({job="web"}[$__auto)]', 'nothing is open that the ) in ")]" closes'),
    refused('{job="web"} |= "error', 'the text "\\"error" does not end'),
    refused('{job="web"} |= `error', 'the text "`error" does not end'),
    taken('{job="web"} |= "(" != `}` |~ "\\"["'),
    taken('{job="${job:regex}", app="[[app]]"} # ( not closed'),
    taken('sum by (level) (count_over_time({job="web"} | json | line_format "{{.msg}}" [$__auto]))'),
    ['what asks Prometheus', { 'panels/1/targets/0/expr': 'sum(rate(x[1m])' }],
    [
      'the datasource of the panel',
      { 'panels/1/datasource': loki, 'panels/1/targets': [{ refId: 'A', expr: '{a="b"' }] },
      ['logql/unclosed panels.1.targets.0.expr: Loki refuses query A: the { of "{a=\\"b\\"" is not closed'],
    ],
  ]);
  itSurvives(logqlChecks, ['panels/1/targets', 'panels/1/targets/0/expr', 'panels/1/datasource']);
});

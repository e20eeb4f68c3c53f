import { unknownLabel } from '../../../../../src/core/lint/checks/promql/unknown-label.js';
import { contexts, finds, passes } from './lint-query.js';

const { catalog, pack } = contexts;

finds(unknownLabel, [
  // Certain without a catalog: the label is aggregated away.
  [
    'sum by (route) (sum by (job) (x))',
    'error: sum by names the label "route", which the expression inside does not carry; it carries job @ sum by (route) (sum by (job) (x))',
  ],
  [
    'sum without (route) (sum by (job) (x))',
    'warning: sum without names the label "route", which the expression inside does not carry; it carries job @ sum without (route) (sum by (job) (x))',
  ],
  [
    'in_flight{rout="/"}',
    'error: in_flight has no label "rout" (did you mean route?); it has route, job, instance @ rout="/"',
    { context: pack },
  ],
  // A server adds labels that a list of metrics does not know.
  [
    'in_flight{pod="a"}',
    'warning: in_flight has no label "pod"; it has route, job, instance @ pod="a"',
    { context: catalog },
  ],
  [
    'sum by (rout) (in_flight)',
    'error: sum by names the label "rout", which the expression inside does not carry; it carries route, job, instance @ sum by (rout) (in_flight)',
    { context: pack },
  ],
  [
    'in_flight * ignoring (source) in_flight',
    'warning: ignoring names the label "source", which neither side carries @ in_flight * ignoring (source) in_flight',
    { context: pack },
  ],
]);

passes(unknownLabel, [
  'x{anything="a"}',
  'sum by (anything) (x)',
  'sum by ($label) (sum by (job) (x))',
  'sum by (le) (label_replace(sum(x), "le", "1", "", ""))',
  ['in_flight{$label="a", route=~"$route"}', { context: pack }],
  ['count by (__name__) (in_flight)', { context: pack }],
]);

import { labelValue } from '../../../../../src/core/lint/checks/promql/label-value.js';
import { contexts, finds, passes } from './lint-query.js';

const { catalog, pack } = contexts;
const has = 'it has accept, reject, no.op';
const never = 'label "decision" of decisions_total never has the value';

finds(labelValue, [
  [
    'rate(decisions_total{decision="accepted"}[$__rate_interval])',
    `error: ${never} "accepted"; ${has} @ "accepted"`,
    { context: pack },
  ],
  [
    'rate(decisions_total{decision="accepted"}[$__rate_interval])',
    `warning: ${never} "accepted"; ${has} @ "accepted"`,
    { context: catalog },
  ],
  // The query returns what it is asked for all the same.
  [
    'rate(decisions_total{decision!="accepted"}[$__rate_interval])',
    `warning: ${never} "accepted"; ${has} @ "accepted"`,
    { context: pack },
  ],
  [
    'rate(decisions_total{decision=~"accept|denied"}[$__rate_interval])',
    `warning: ${never} "denied"; ${has} @ "accept|denied"`,
    { context: pack },
  ],
  [
    'rate(decisions_total{reason="x", decision=~"deny.*"}[$__rate_interval])',
    `error: label "decision" of decisions_total has no value that matches "deny.*"; ${has} @ "deny.*"`,
    { context: pack },
  ],
]);

passes(labelValue, [
  'decisions_total{decision="accepted"}',
  ['rate(decisions_total{decision=~"$decision", reason="anything"}[$__rate_interval])', { context: pack }],
  ['rate(decisions_total{decision=~"acc.*", decision!=""}[$__rate_interval])', { context: pack }],
]);

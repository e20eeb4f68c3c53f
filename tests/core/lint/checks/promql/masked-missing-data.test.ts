import { maskedMissingData } from '../../../../../src/core/lint/checks/promql/masked-missing-data.js';
import { finds, passes } from './lint-query.js';

const shows = 'a dead exporter looks like a quiet one';

finds(maskedMissingData, [
  [
    'sum(increase(x_total[$__range])) or vector(0)',
    `warning: where data is missing, this shows vector(0): ${shows} @ vector(0)`,
  ],
  ['max(y) or on() vector(0)', `warning: where data is missing, this shows vector(0): ${shows} @ vector(0)`],
  [
    'clamp_max(sum(x) or -vector(1), 1)',
    `warning: where data is missing, this shows -vector(1): ${shows} @ -vector(1)`,
  ],
  [
    'sum by (a) (x) or label_replace(vector(0), "a", "none", "", "")',
    `warning: where data is missing, this shows label_replace(vector(0), "a", "none", "", ""): ${shows} @ label_replace(vector(0), "a", "none", "", "")`,
  ],
  ['(sum(x) or vector(0)) > 0', 'note: "or vector(0)" does nothing: > 0 filters it out again @ vector(0)'],
]);

passes(maskedMissingData, [
  '(sum(increase(x_total[5m])) or vector(0)) and on () up{job="web"} == 1',
  '(sum(a) or vector(0)) + (sum(b) or vector(0)) and on () up == 1',
  'absent(x) or vector(0)',
  'clamp_max(count(x), 1) or absent(x) * 0',
  'sum(part) or sum(whole) * 0',
  'x or y',
  'x or vector($default)',
]);

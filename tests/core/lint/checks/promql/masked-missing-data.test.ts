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
    `warning: where data is missing, this shows a series that nobody exported, label_replace(vector(0), "a", "none", "", "") @ label_replace(vector(0), "a", "none", "", "")`,
  ],
  [
    'clamp_min(time() - (max(x) or vector(0)), 0)',
    'warning: where data is missing, this takes vector(0) for a point in time, and shows the time since 1970 @ vector(0)',
  ],
  [
    'sum(rate(a_total[$__rate_interval])) / clamp_min(sum(rate(b_total[$__rate_interval])), 1e-9)',
    'note: without traffic this divides by 1e-9, and shows 0 as if it had been measured @ clamp_min(sum(rate(b_total[$__rate_interval])), 1e-9)',
  ],
  ['vector(0)', 'warning: the panel draws vector(0), which nobody measures @ vector(0)'],
  ['(sum(x) or vector(0)) > 0', 'note: "or vector(0)" does nothing: > 0 filters it out again @ vector(0)'],
]);

passes(maskedMissingData, [
  '(sum(increase(x_total[5m])) or vector(0)) and on () up{job="web"} == 1',
  '(sum(a) or vector(0)) + (sum(b) or vector(0)) and on () up == 1',
  'absent(x) or vector(0)',
  'clamp_max(count(x), 1) or absent(x) * 0',
  'sum(part) or sum(whole) * 0',
  'x or y',
  'sum(rate(a_total[$__rate_interval])) / clamp_min(sum(rate(b_total[$__rate_interval])), 1)',
  // A tile that opens another dashboard.
  ['vector(1)', { panel: { type: 'stat' }, target: { instant: true, range: false } }],
  // A limit beside what is measured.
  [
    'vector(5)',
    {
      panel: {
        targets: [
          { refId: 'A', expr: 'vector(5)', range: true },
          { refId: 'B', expr: 'max(x)', range: true },
        ],
      },
    },
  ],
  'x or vector($default)',
]);

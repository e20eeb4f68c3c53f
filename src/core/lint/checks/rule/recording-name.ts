import type { RuleCheck } from '../../check.js';

const convention = /^\w*:\w+:\w*$/; // without labels the level is empty

/** A recorded series whose name does not say what it is: its level, its metric, and what was done to it. */
export const recordingName: RuleCheck = {
  id: 'rule/recording-name',
  severity: 'note',
  summary: 'a recording rule that is not named level:metric:operations',
  looksAt: 'rule',
  *check({ kind, name, path }) {
    if (kind !== 'record' || convention.test(name)) return;
    yield {
      message: `the recorded series "${name}" is not named level:metric:operations`,
      path: [...path, 'record'],
      fix: 'name the labels that it keeps, the metric, and the operations, the last first: job:http_requests:rate5m',
    };
  },
};

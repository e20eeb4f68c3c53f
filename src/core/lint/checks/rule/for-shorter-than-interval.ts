import { durationSeconds } from '../../../promql/duration.js';
import type { RuleCheck } from '../../check.js';

/** A `for` that ends before the next evaluation, so that it changes nothing but the state in between. */
export const forShorterThanInterval: RuleCheck = {
  id: 'rule/for-shorter-than-interval',
  severity: 'warning',
  summary: 'an alert whose for is shorter than the interval of its group',
  looksAt: 'rule',
  *check({ kind, name, for: duration, interval, path }) {
    if (kind !== 'alert' || duration === undefined || interval === undefined) return;
    const lasts = durationSeconds(duration);
    const between = durationSeconds(interval);
    if (lasts === undefined || between === undefined || lasts === 0 || lasts >= between) return;
    yield {
      message: `the alert "${name}" waits for ${duration}, but is evaluated only every ${interval}: it fires at the second evaluation, whatever for says`,
      path: [...path, 'for'],
      fix: `wait for ${interval} or longer, or evaluate the group more often`,
    };
  },
};

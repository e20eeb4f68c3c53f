import type { RuleCheck } from '../../check.js';

const id = 'rule/no-annotations';

/** An alert that does not say, to the one it wakes, what is wrong. */
export const noAnnotations: RuleCheck = {
  id,
  severity: 'note',
  summary: 'an alert without the annotations that say what is wrong',
  looksAt: 'rule',
  *check({ kind, name, annotations }, _file, { options }) {
    if (kind !== 'alert') return;
    const wanted = namesOf(options?.[id]?.['annotations']) ?? ['summary', 'description'];
    const missing = wanted.filter((key) => (annotations[key] ?? '').trim() === '');
    // `message` was the word of the Kubernetes mixins for both.
    if (missing.length === 0 || (annotations['message'] !== undefined && options?.[id] === undefined)) return;
    yield {
      message: `the alert "${name}" has no annotation ${missing.join(', and none ')}`,
      fix: 'say in the summary what is wrong, with {{ $labels… }} for where, and in the description what to look at',
    };
  },
};

function namesOf(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) ? value.filter((name) => typeof name === 'string') : undefined;
}

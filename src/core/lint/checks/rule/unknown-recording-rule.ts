import { seriesName } from '../../../promql/analyze/lookup.js';
import { walk } from '../../../promql/node.js';
import type { Problem, RuleCheck } from '../../check.js';
import { at } from '../../judge/known-problems.js';
import type { ReadRuleFile } from '../../../document/read-rule-file.js';

/** A name with a colon, which only rules give, but no rule does. */
export const unknownRecordingRule: RuleCheck = {
  id: 'rule/unknown-recording-rule',
  severity: 'warning',
  summary: 'a rule uses a recorded series that no rule records',
  looksAt: 'rule',
  *check(rule, file, { recorded, catalog }) {
    if (rule.node === undefined) return;
    const own = recordedIn(file);
    const found: Problem[] = [];
    walk(rule.node, (node) => {
      const name = node.kind === 'selector' ? seriesName(node) : undefined;
      if (
        name === undefined ||
        !name.includes(':') ||
        own.has(name) ||
        recorded.has(name) ||
        catalog?.(name) !== undefined
      )
        return;
      found.push({
        message: `${name} is named as recorded by a rule, but no rule of what is linted records it`,
        ...at(rule, node),
        fix: 'correct the name, or lint the file that records it too',
        // Where nothing is recorded at all, the rules probably stand in a file that is not looked at.
        ...(own.size + recorded.size === 0 ? { severity: 'note' as const } : {}),
      });
    });
    yield* found;
  },
};

const known = new WeakMap<ReadRuleFile, ReadonlySet<string>>();

/** The series that a file's own rules record: worked out once, for a file may have 10,000. */
function recordedIn(file: ReadRuleFile): ReadonlySet<string> {
  let names = known.get(file);
  if (names === undefined) {
    names = new Set(file.rules.flatMap(({ kind, name }) => (kind === 'record' ? [name] : [])));
    known.set(file, names);
  }
  return names;
}

import { callerPosition } from '../catalog/caller.js';
import type { ValidRole, Role } from '../catalog/role.js';
import type { Position } from '../model/position.js';
import type { Problem, Refuse } from '../model/problem.js';
import type { AlertDefinition } from './alert.js';
import type { RecordingRuleDefinition } from './recording-rule.js';
import type { RuleRole } from './rule-role.js';
import { secondsOf } from './timeline.js';

/** Any rule. */
export type AnyRule = AlertDefinition | RecordingRuleDefinition;

/** Rules that Prometheus evaluates one after the other, at one moment. */
export interface RuleGroup {
  readonly name: string;
  /** A PromQL duration; undefined: the server's own evaluation interval. */
  readonly interval: string | undefined;
  readonly rules: readonly AnyRule[];
}

/** A rule file: what one server loads, or could load. */
export interface RuleFile {
  readonly kind: 'rule file';
  /** The file's name: letters, digits, `_`, `-`, and `.yml`. */
  readonly name: string;
  readonly role: string;
  readonly groups: readonly RuleGroup[];
  /** Why no server loads it, where it is off until somebody turns it on. */
  readonly offBecause: string | undefined;
  readonly position: Position;
}

const fileName = /^[A-Za-z0-9][A-Za-z0-9_-]*\.yml$/;

/**
 * Declares a rule file: it is written for the Prometheus to which its role is bound, and only that one loads it.
 *
 * @param name such as `web_alerts.yml`; its tests are `web_alerts_test.yml`
 * @param spec `groups`: rules by the name of their group; `intervals`: of groups, where the server's own does not fit;
 * `offBecause`: it is written and tested, but not loaded
 *
 * @example
 * export default ruleFile('web_alerts.yml', { role: LOCAL, groups: { web: [exporterDown] } });
 */
export function ruleFile<Asked extends string, const Groups extends Readonly<Record<string, readonly AnyRule[]>>>(
  name: string,
  spec: {
    readonly role: Role<Asked> & ValidRole<Asked>;
    readonly groups: Groups & ValidGroups<Groups, Asked>;
    readonly intervals?: { readonly [G in keyof Groups]?: string };
    readonly offBecause?: string;
  },
): RuleFile {
  if (!fileName.test(name)) {
    throw new RangeError(`"${name}" is not a name for a rule file: use letters, digits, _ and -, and .yml at the end`);
  }
  const intervals: Readonly<Record<string, string | undefined>> = spec.intervals ?? {};
  for (const interval of Object.values(intervals)) if (interval !== undefined) secondsOf(interval);
  return {
    kind: 'rule file',
    name,
    role: spec.role.name,
    groups: Object.entries<readonly AnyRule[]>(spec.groups).map(([group, rules]) => ({
      name: group,
      interval: intervals[group],
      rules,
    })),
    offBecause: spec.offBecause,
    position: callerPosition(ruleFile),
  };
}

type ValidGroups<Groups, Asked extends string> = {
  readonly [G in keyof Groups]: {
    readonly [I in keyof Groups[G]]: Refuse<
      [RuleRole<Groups[G][I]>] extends [Asked]
        ? never
        : Problem<`this rule asks ${RuleRole<Groups[G][I]>}, and the file is for ${Asked}: no server has both`>
    >;
  };
};

import type { LintPack } from '../check.js';
import { matches, readGrafanaRegex } from '../../document/find/grafana-regex.js';
import type { RoleVariable } from './role-variables.js';

/** A problem of the regular expression of a role's variable. */
export interface RoleRegexProblem {
  /** The text that follows "the variable …". */
  readonly text: string;
  /** True where it lets nothing through that the role is bound to, rather than too much. */
  readonly leavesOut: boolean;
}

/** Finds why a role's variable could hold something else than the bound datasource; undefined where it could not. */
export function roleRegexProblem({ role, variable }: RoleVariable, pack: LintPack): RoleRegexProblem | undefined {
  const text = variable.regex ?? '';
  if (text === '')
    return {
      text: `has no regular expression: Grafana offers every datasource for ${role.name}`,
      leavesOut: false,
    };
  const regex = readGrafanaRegex(text);
  if ('reason' in regex) return undefined; // variable/regex-broken says so
  const own = matches(regex, role.uid);
  if (own === undefined) return undefined;
  if (!own)
    return {
      text: `has the regular expression ${text}, which does not match "${role.uid}", to which ${role.name} is bound`,
      leavesOut: true,
    };
  const stranger = [...pack.uids, `${role.uid}_2`, `x_${role.uid}`].find(
    (uid) => uid !== role.uid && matches(regex, uid) === true,
  );
  if (stranger === undefined) return undefined;
  return {
    text: `has the regular expression ${text}, which matches "${stranger}" too, to which ${role.name} is not bound`,
    leavesOut: false,
  };
}

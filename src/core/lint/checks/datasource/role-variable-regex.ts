import type { DashboardCheck, LintPack, Problem } from '../../check.js';
import { roleVariables, type RoleVariable } from '../../facts/role-variables.js';
import { matches, readGrafanaRegex } from '../../facts/grafana-regex.js';

/**
 * A role's variable that could hold more than the bound datasource. Grafana matches the name of a datasource, which in
 * a pack is its uid.
 */
export const roleVariableRegex: DashboardCheck = {
  id: 'datasource/role-variable-regex',
  severity: 'warning',
  summary: 'A variable of a role whose regular expression is missing, too wide, or wrong',
  looksAt: 'dashboard',
  *check(dashboard, context) {
    if (context.pack === undefined) return;
    for (const found of roleVariables(dashboard, context)) {
      const problem = problemOf(found, context.pack);
      if (problem === undefined) continue;
      const { path, json } = found.variable;
      const isClassic = dashboard.form === 'classic';
      const regex = `/^${escaped(found.role.uid)}$/`;
      yield {
        ...problem,
        path: isClassic && json['regex'] !== undefined ? [...path, 'regex'] : path,
        fix: `set its regular expression to ${regex}`,
        ...(isClassic ? { change: { path: [...path, 'regex'], value: regex } } : {}),
      };
    }
  },
};

function problemOf(
  { role, variable }: RoleVariable,
  pack: LintPack,
): Pick<Problem, 'message' | 'severity'> | undefined {
  const text = variable.regex ?? '';
  const name = `the variable "${variable.name}"`;
  if (text === '')
    return { message: `${name} has no regular expression: Grafana offers every datasource for ${role.name}` };
  const regex = readGrafanaRegex(text);
  if ('reason' in regex) return undefined; // variable/regex-broken says so
  const own = matches(regex, role.uid);
  if (own === undefined) return undefined;
  if (!own) {
    const message = `the regular expression ${text} of ${name} does not match "${role.uid}", to which ${role.name} is bound`;
    return { message, severity: 'error' };
  }
  const stranger = [...pack.uids, `${role.uid}_2`, `x_${role.uid}`].find(
    (uid) => uid !== role.uid && matches(regex, uid) === true,
  );
  if (stranger === undefined) return undefined;
  return {
    message: `the regular expression ${text} of ${name} matches "${stranger}" too, which is not what ${role.name} is bound to`,
  };
}

function escaped(uid: string): string {
  return uid.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
}

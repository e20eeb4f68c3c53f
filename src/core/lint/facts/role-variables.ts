import type { LintContext, LintPack } from '../check.js';
import type { LintedDashboard, LintedVariable } from '../subject.js';

/** A role of the pack and the variable of a dashboard that stands for it. */
export interface RoleVariable {
  readonly role: LintPack['roles'][number];
  readonly variable: LintedVariable;
}

/** The role variables that a dashboard declares: variables of datasources with the name of a role's. */
export function roleVariables(dashboard: LintedDashboard, { pack }: LintContext): readonly RoleVariable[] {
  return (pack?.roles ?? []).flatMap((role) =>
    dashboard.variables.filter((variable) => isOf(role, variable)).map((variable) => ({ role, variable })),
  );
}

function isOf(role: LintPack['roles'][number], { name, type }: LintedVariable): boolean {
  return name === role.variable && type === 'datasource';
}

import type { LintContext, LintPack } from '../check.js';
import type { ReadDashboard, ReadVariable } from '../../document/read-dashboard.js';

/** A role of the pack and the variable of a dashboard that stands for it. */
export interface RoleVariable {
  readonly role: LintPack['roles'][number];
  readonly variable: ReadVariable;
}

/** The role variables that a dashboard declares: variables of datasources with the name of a role's. */
export function roleVariables(dashboard: ReadDashboard, { pack }: LintContext): readonly RoleVariable[] {
  return (pack?.roles ?? []).flatMap((role) =>
    dashboard.variables.filter((variable) => isOf(role, variable)).map((variable) => ({ role, variable })),
  );
}

function isOf(role: LintPack['roles'][number], { name, type }: ReadVariable): boolean {
  return name === role.variable && type === 'datasource';
}

import { roleRegex } from '../../lint/judge/role-variable-json.js';
import type { ReadDashboard, ReadVariable } from '../../document/read-dashboard.js';
import type { Pack } from '../../pack/pack.js';

/**
 * The problems of the variables of roles in a dashboard, in sentences: each must be there, hidden, closed to addresses,
 * offer the bound datasource alone and have it chosen. Besides them no drop-down may offer datasources.
 */
export function roleVariableProblems(dashboard: ReadDashboard, pack: Pack): readonly string[] {
  const roles = pack.roles.map((role) => ({ ...role, uid: pack.bindings[role.name]?.uid ?? '' }));
  const own = new Set(roles.map(({ variable }) => variable));
  const open = dashboard.variables.filter(
    ({ name, type, hide }) => type === 'datasource' && hide !== 2 && !own.has(name),
  );
  return [
    ...roles.flatMap((role) => {
      const variable = dashboard.variables.find(({ name }) => name === role.variable);
      if (variable === undefined) return [`${role.variable} is missing`];
      return variableProblems(variable, role).map((problem) => `${role.variable} ${problem}`);
    }),
    ...open.map(({ name }) => `${name} lets a viewer choose a datasource`),
  ];
}

function variableProblems(
  { type, hide, skipUrlSync, regex, current }: ReadVariable,
  role: Parameters<typeof roleRegex>[0],
): readonly string[] {
  const wanted = roleRegex(role);
  const [chosen] = current;
  return [
    ...(type === 'datasource' ? [] : [`is of type ${type}, not datasource`]),
    ...(hide === 2 ? [] : [`is not hidden: hide is ${hide}, not 2`]),
    ...(skipUrlSync ? [] : ['can be set by an address: skipUrlSync is not true']),
    ...(regex === wanted ? [] : [`has the regex ${JSON.stringify(regex ?? '')}, not ${wanted}`]),
    ...(chosen === role.uid ? [] : [`is ${JSON.stringify(chosen ?? '')}, not ${role.uid}, to which it is bound`]),
  ];
}

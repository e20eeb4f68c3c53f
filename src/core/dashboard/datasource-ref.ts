import type { Datasource } from '../catalog/datasource.js';
import type { PackRole } from '../catalog/role.js';
import type { DatasourceRef } from '../panel/context.js';

/** The environment that decides where a role's panels ask: the pack's roles and what they are bound to. */
export interface Environment {
  readonly roles: readonly PackRole[];
  readonly bindings: Readonly<Record<string, Datasource>>;
}

/** The datasource of Grafana's for panels whose queries name theirs. */
export const mixedDatasource: DatasourceRef = { type: 'datasource', uid: '-- Mixed --' };

/**
 * How a role's panels name their datasource: a pinned role by uid, another by its hidden variable. Undefined for a role
 * that the pack does not have or does not bind.
 */
export function datasourceOf(role: string, environment: Environment): DatasourceRef | undefined {
  const known = environment.roles.find((candidate) => candidate.name === role);
  const bound = environment.bindings[role];
  if (known === undefined || bound === undefined) return undefined;
  return { type: bound.type, uid: known.pinned ? bound.uid : `\${${known.variable}}` };
}

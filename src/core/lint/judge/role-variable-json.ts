import type { LintPack } from '../check.js';
import type { JsonObject } from '../../model/json.js';

/** The regular expression that matches the datasource of a role and no other, as Grafana writes it. */
export function roleRegex({ uid }: LintPack['roles'][number]): string {
  return `/^${uid.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)}$/`;
}

/** The hidden variable of a role, in a classic dashboard. */
export function roleVariableJson(role: LintPack['roles'][number]): JsonObject {
  return {
    name: role.variable,
    type: 'datasource',
    query: 'prometheus',
    regex: roleRegex(role),
    current: { selected: true, text: role.uid, value: role.uid },
    hide: 2,
    skipUrlSync: true,
    includeAll: false,
    multi: false,
    options: [],
    refresh: 1,
  };
}

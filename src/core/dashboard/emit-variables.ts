import type { PackRole } from '../catalog/role.js';
import { print } from '../promql/print.js';
import type { JsonObject } from '../model/json.js';
import type { DatasourceRef } from '../panel/context.js';
import type { Environment } from './datasource-ref.js';
import type {
  AnyDeclaredVariable,
  CustomVariableDefinition,
  DatasourceVariableDefinition,
  IntervalVariableDefinition,
  QueryVariableDefinition,
  VariableDefinition,
} from './variables.js';

const hide = 2;
const all = { text: 'All', value: '$__all' };

/**
 * The hidden variable of a role. Its regular expression matches the bound datasource alone, and nothing in an address
 * can change it.
 */
export function emitRoleVariable(role: PackRole, environment: Environment): JsonObject {
  const bound = environment.bindings[role.name];
  const uid = bound?.uid ?? '';
  return {
    name: role.variable,
    label: role.label,
    type: 'datasource',
    query: bound?.type ?? 'prometheus',
    regex: `/^${uid}$/`,
    refresh: 1,
    hide,
    skipUrlSync: true,
    multi: false,
    includeAll: false,
    current: { selected: true, text: uid, value: uid },
    options: [],
  };
}

/** A variable as Grafana reads it. */
export function emitVariable(variable: AnyDeclaredVariable, datasource: DatasourceRef | undefined): JsonObject {
  const { definition } = variable;
  return {
    name: variable.name,
    ...(definition.label === undefined ? {} : { label: definition.label }),
    ...(definition.description === undefined ? {} : { description: definition.description }),
    hide: definition.hidden === true ? hide : 0,
    skipUrlSync: false,
    type: definition.type,
    ...writers[definition.type](definition as never, datasource),
  };
}

const writers: {
  readonly [Type in VariableDefinition['type']]: (
    definition: Extract<VariableDefinition, { type: Type }>,
    datasource: DatasourceRef | undefined,
  ) => JsonObject;
} = { query: emitQuery, custom: emitCustom, interval: emitInterval, datasource: emitDatasource };

const sorts = { none: 0, ascending: 1, descending: 2, numeric: 3 } as const;

function emitQuery(definition: QueryVariableDefinition, datasource: DatasourceRef | undefined): JsonObject {
  const text = `label_values(${print(definition.selector)}, ${definition.of})`;
  return {
    datasource,
    definition: text,
    query: { query: text, refId: 'PrometheusVariableQueryEditor-VariableQuery' },
    refresh: definition.refresh === 'load' ? 1 : 2,
    sort: sorts[definition.sort],
    regex: definition.regex ?? '',
    ...emitSeveral(definition),
    current: definition.includeAll === true ? option(all, definition.multi === true) : {},
    options: [],
  };
}

function emitCustom(definition: CustomVariableDefinition): JsonObject {
  const several = definition.multi === true;
  const listed = definition.values.map((value) => ({ text: value, value }));
  const current =
    definition.current === 'All' && definition.includeAll === true
      ? all
      : { text: definition.current, value: definition.current };
  return {
    query: definition.values.join(','),
    ...emitSeveral(definition),
    current: option(current, several),
    options: [...(definition.includeAll === true ? [all] : []), ...listed].map((entry) => ({
      selected: entry.value === current.value,
      ...entry,
    })),
  };
}

function emitInterval(definition: IntervalVariableDefinition): JsonObject {
  return {
    query: definition.values.join(','),
    auto: false,
    refresh: 2,
    current: { selected: true, text: definition.current, value: definition.current },
    options: definition.values.map((value) => ({ selected: value === definition.current, text: value, value })),
  };
}

function emitDatasource(definition: DatasourceVariableDefinition): JsonObject {
  return {
    query: definition.plugin,
    regex: definition.regex ?? '',
    refresh: 1,
    multi: false,
    includeAll: false,
    current: { selected: true, text: definition.current, value: definition.current },
    options: [],
  };
}

function emitSeveral(definition: QueryVariableDefinition | CustomVariableDefinition): JsonObject {
  return {
    multi: definition.multi ?? false,
    includeAll: definition.includeAll ?? false,
    ...(definition.allValue === undefined ? {} : { allValue: definition.allValue }),
  };
}

function option(entry: { readonly text: string; readonly value: string }, multi: boolean): JsonObject {
  return multi ? { selected: true, text: [entry.text], value: [entry.value] } : { selected: true, ...entry };
}

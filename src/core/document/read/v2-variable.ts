import type { JsonPath } from '../json-path.js';
import type { Json, JsonObject } from '../../model/json.js';
import type { DatasourceUse, ReadVariable } from '../read-dashboard.js';
import type { Placed } from './found.js';
import { datasourceJson, datasourceOf } from './v2-datasource.js';
import { isRecord, recordOf, textOf } from './values.js';
import { readVariable } from './variable.js';

/** The kinds of v2, and the types of classic dashboards that they were. */
const types: Readonly<Record<string, string>> = {
  QueryVariable: 'query',
  TextVariable: 'textbox',
  ConstantVariable: 'constant',
  DatasourceVariable: 'datasource',
  IntervalVariable: 'interval',
  CustomVariable: 'custom',
  GroupByVariable: 'groupby',
  AdhocVariable: 'adhoc',
  SwitchVariable: 'switch',
};

const hides: Readonly<Record<string, number>> = { dontHide: 0, hideLabel: 1, hideVariable: 2, inControlsMenu: 3 };
const refreshes: Readonly<Record<string, number>> = { never: 0, onDashboardLoad: 1, onTimeRangeChanged: 2 };

/** Reads a variable of a dashboard of the second schema. */
export function readV2Variable({ json, path }: Placed): ReadVariable {
  const spec = recordOf(json['spec']);
  const place: JsonPath = [...path, 'spec'];
  const kind = textOf(json['kind']) ?? '';
  const type = types[kind] ?? kind;
  const datasource = datasourceOfVariable(type, json, path);
  const { query, path: queryPath } = queryOf(type, spec, place);
  const classic = {
    ...spec,
    type,
    hide: hides[textOf(spec['hide']) ?? ''] ?? 0,
    refresh: refreshes[textOf(spec['refresh']) ?? ''],
    query,
    datasource: datasourceJson(datasource),
  };
  const read = readVariable(classic, place, queryPath);
  return { ...read, datasource, queries: read.queries.map((asked) => ({ ...asked, datasource })) };
}

/** Queries name the datasource; ad hoc filters and group-by do it beside the spec; other variables have none. */
function datasourceOfVariable(type: string, json: JsonObject, path: JsonPath): DatasourceUse {
  const spec = recordOf(json['spec']);
  if (type === 'query') return datasourceOf(recordOf(spec['query']), spec['datasource'], [...path, 'spec', 'query']);
  const owner = type === 'adhoc' || type === 'groupby' ? { ...json, kind: undefined } : {};
  return datasourceOf(owner, spec['datasource'], path);
}

/** The query as a classic variable has it, and where its text stands. */
function queryOf(
  type: string,
  spec: JsonObject,
  path: JsonPath,
): { readonly query: Json | undefined; readonly path: JsonPath } {
  if (type === 'datasource') return { query: spec['pluginId'], path: [...path, 'pluginId'] };
  const { query } = spec;
  if (!isRecord(query)) return { query, path: [...path, 'query'] };
  const inside = recordOf(query['spec']);
  const key = 'query' in inside ? 'query' : '__legacyStringValue';
  return { query: { ...inside, query: inside[key] }, path: [...path, 'query', 'spec', key] };
}

import type { JsonPath } from '../json-path.js';
import type { Json, JsonObject } from '../../model/json.js';
import type { DatasourceUse } from '../read-dashboard.js';
import { recordOf, textOf } from './values.js';

/** The kind of a `VizConfig`, a `DataQuery` or a `Transformation`, which v2alpha1 writes as its `kind`. */
export function kindOf(json: JsonObject): string | undefined {
  return textOf(json['group']) ?? textOf(json['kind']);
}

/** The datasource of a `DataQuery`; v2alpha1 writes it beside the query. */
export function datasourceOf(query: JsonObject, beside: Json | undefined, path: JsonPath): DatasourceUse {
  const reference = recordOf(query['datasource']);
  const old = recordOf(beside);
  const uid = textOf(reference['name']) ?? textOf(old['uid']);
  return {
    uid,
    type: textOf(old['type']) ?? kindOf(query),
    legacy: false,
    inherited: uid === undefined,
    path: query['datasource'] === undefined ? path : [...path, 'datasource'],
  };
}

/** A datasource as a classic dashboard refers to it. */
export function datasourceJson({ uid, type }: DatasourceUse): Json {
  return { uid, type };
}

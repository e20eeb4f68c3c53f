import type { JsonPath } from '../json-path.js';
import type { Json, JsonObject } from '../../model/json.js';
import type { DatasourceUse } from '../read-dashboard.js';
import { isRecord, textOf } from './values.js';

/** A datasource as an object refers to it in its property `datasource`. */
export function datasourceUse(owner: JsonObject, path: JsonPath): DatasourceUse {
  const value: Json | undefined = owner['datasource'];
  const place = { path: value === undefined ? path : [...path, 'datasource'] };
  if (isRecord(value)) {
    return { uid: textOf(value['uid']), type: textOf(value['type']), legacy: false, inherited: false, ...place };
  }
  if (typeof value === 'string') return { uid: value, type: undefined, legacy: true, inherited: false, ...place };
  return { uid: undefined, type: undefined, legacy: value === null, inherited: value === undefined, ...place };
}

/** The use that results where one says nothing itself: that of what stands around it. */
export function within(use: DatasourceUse, around: DatasourceUse): DatasourceUse {
  return use.uid === undefined && use.type === undefined && !use.legacy
    ? { ...around, inherited: true, path: use.path }
    : use;
}

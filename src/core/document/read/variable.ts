import type { JsonPath } from '../json-path.js';
import type { Json, JsonObject } from '../../model/json.js';
import type { ReadQuery, ReadVariable, Unread } from '../read-dashboard.js';
import { datasourceUse } from './datasource-use.js';
import { objectsIn } from './found.js';
import { isPrometheus } from './panel.js';
import { readQuery } from './query.js';
import { isRecord, listOf, numberOf, textOf } from './values.js';

/** Reads the variables of a classic dashboard. */
export function readVariables(list: Json | undefined, path: JsonPath, unread: Unread[]): readonly ReadVariable[] {
  return [...objectsIn(list, path, 'variable', unread)].map(({ json, path: place }) =>
    readVariable(json, place, [...place, ...(isRecord(json['query']) ? ['query', 'query'] : ['query'])]),
  );
}

/**
 * Reads a variable.
 *
 * @param json in the words of a classic dashboard
 * @param queryPath where the text of its query stands
 */
export function readVariable(json: JsonObject, path: JsonPath, queryPath: JsonPath): ReadVariable {
  const type = textOf(json['type']) ?? '';
  const query = isRecord(json['query']) ? textOf(json['query']['query']) : textOf(json['query']);
  const datasource = datasourceUse(json, path);
  const isAsked = type === 'query' && query !== undefined && isPrometheus(datasource.type);
  return {
    name: textOf(json['name']) ?? '',
    type,
    hide: numberOf(json['hide']) ?? 0,
    multi: json['multi'] === true,
    includeAll: json['includeAll'] === true,
    allValue: textOf(json['allValue']),
    regex: textOf(json['regex']),
    refresh: numberOf(json['refresh']),
    query,
    datasource,
    queries: isAsked ? queriesIn(query, json, path, { datasource, queryPath }) : [],
    options: listOf(json['options']).flatMap((option) => (isRecord(option) ? valuesIn(option['value']) : [])),
    current: isRecord(json['current']) ? valuesIn(json['current']['value']) : [],
    skipUrlSync: json['skipUrlSync'] === true,
    json,
    path,
  };
}

function valuesIn(value: Json | undefined): readonly string[] {
  return typeof value === 'string' ? [value] : listOf(value).filter((item) => typeof item === 'string');
}

interface VariableSource {
  readonly datasource: ReadVariable['datasource'];
  readonly queryPath: JsonPath;
}

function queriesIn(
  text: string,
  json: JsonObject,
  path: JsonPath,
  { datasource, queryPath }: VariableSource,
): readonly ReadQuery[] {
  const place = promqlIn(text);
  if (place === undefined) return [];
  const inside = { expr: text.slice(place.from, place.to), from: place.from, path: queryPath };
  const owner = isRecord(json['query']) ? json['query'] : json;
  const query = readQuery(owner, path, { owner: 'variable', datasource, inside });
  return query === undefined ? [] : [query];
}

const called = /^\s*(label_values|query_result|label_names)\(/;
const label = /^[\w$:.{}[\]]+$/;

/** Where PromQL stands in the functions of Grafana's Prometheus variables: the selector of `label_values(…, label)`. */
function promqlIn(text: string): { readonly from: number; readonly to: number } | undefined {
  const match = called.exec(text);
  const end = text.trimEnd().length - 1;
  if (match === null || text[end] !== ')') return undefined;
  const from = match[0].length;
  if (match[1] !== 'label_values') return trimmed(text, from, end);
  const comma = text.lastIndexOf(',', end);
  return comma > from && label.test(text.slice(comma + 1, end).trim()) ? trimmed(text, from, comma) : undefined;
}

function trimmed(text: string, from: number, to: number): { readonly from: number; readonly to: number } | undefined {
  const inside = text.slice(from, to);
  const start = from + inside.length - inside.trimStart().length;
  return inside.trim() === '' ? undefined : { from: start, to: from + inside.trimEnd().length };
}

import type { JsonPath } from '../json-path.js';
import type { Json, JsonRecord, LintedQuery, LintedVariable } from '../subject.js';
import { datasourceUse } from './datasource-use.js';
import { readQuery } from './query.js';
import { isRecord, listOf, numberOf, recordsIn, textOf } from './values.js';

/** Reads the variables of a classic dashboard. */
export function readVariables(list: Json | undefined, path: JsonPath): readonly LintedVariable[] {
  return recordsIn(list, path).map(({ json, path: place }) => readVariable(json, place));
}

function readVariable(json: JsonRecord, path: JsonPath): LintedVariable {
  const type = textOf(json['type']) ?? '';
  const query = queryText(json['query']);
  const datasource = datasourceUse(json, path);
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
    queries: type === 'query' && query !== undefined ? queriesIn(query, json, path, datasource) : [],
    options: listOf(json['options']).flatMap((option) => (isRecord(option) ? valuesIn(option['value']) : [])),
    current: isRecord(json['current']) ? valuesIn(json['current']['value']) : [],
    skipUrlSync: json['skipUrlSync'] === true,
    json,
    path,
  };
}

function queryText(query: Json | undefined): string | undefined {
  return isRecord(query) ? textOf(query['query']) : textOf(query);
}

function valuesIn(value: Json | undefined): readonly string[] {
  return typeof value === 'string' ? [value] : listOf(value).filter((item) => typeof item === 'string');
}

/** The functions of Grafana's Prometheus variables that have PromQL inside. */
const functions = /^\s*(?:label_values\(\s*([\s\S]+?)\s*,\s*[\w$:.{}[\]]+\s*\)|query_result\(([\s\S]+)\)|label_names\(\s*([\s\S]*?)\s*\))\s*$/;

function queriesIn(text: string, json: JsonRecord, path: JsonPath, datasource: LintedVariable['datasource']): readonly LintedQuery[] {
  if (datasource.type !== undefined && !datasource.type.includes('prometheus')) return [];
  const match = functions.exec(text);
  const promql = match?.[1] ?? match?.[2] ?? match?.[3];
  if (promql === undefined || promql === '') return [];
  const inside = isRecord(json['query']);
  const owner = inside ? (json['query'] as JsonRecord) : json;
  const query = readQuery(owner, inside ? [...path, 'query'] : path, { owner: 'variable', datasource, key: 'query', text: promql });
  return query === undefined ? [] : [query];
}

import type { JsonPath } from '../json-path.js';
import type { Json, JsonObject } from '../../model/json.js';
import type { Unread } from '../read-dashboard.js';
import type { ReadRule, ReadRuleFile } from '../read-rule-file.js';
import { objectsIn } from './found.js';
import { limits } from './limits.js';
import { isLogql } from './logql.js';
import { parseQuery } from './query.js';
import { isRecord, listOf, recordOf, textOf } from './values.js';

/**
 * True where an object has the groups of a Prometheus rule file. Grafana's own alerts have groups too, but no `expr`.
 */
export function isRuleFile(json: JsonObject): boolean {
  const groups = json['groups'];
  if (!Array.isArray(groups)) return false;
  const rules = groups.slice(0, limits.items).flatMap((group: Json) => listOf(recordOf(group)['rules']));
  return rules.some(
    (rule) => isRecord(rule) && ('expr' in rule || 'record' in rule || ('alert' in rule && !('data' in rule))),
  );
}

/** Reads the groups of a Prometheus rule file. */
export function readRuleFile(json: JsonObject, path: JsonPath): ReadRuleFile {
  const rules: ReadRule[] = [];
  const unread: Unread[] = [];
  for (const group of objectsIn(json['groups'], [...path, 'groups'], 'group', unread)) {
    for (const rule of objectsIn(group.json['rules'], [...group.path, 'rules'], 'rule', unread)) {
      if (rules.length >= limits.queries) {
        unread.push({ path: rule.path, reason: `more than ${limits.queries} rules: the rest is not read` });
        return { rules, unread, path };
      }
      const read = readRule(rule.json, rule.path, group.json);
      if (typeof read === 'string') unread.push({ path: rule.path, reason: read });
      else rules.push(read);
    }
  }
  return { rules, unread, path };
}

function readRule(json: JsonObject, path: JsonPath, group: JsonObject): ReadRule | string {
  const alert = scalarOf(json['alert']);
  const name = alert ?? scalarOf(json['record']);
  const expr = scalarOf(json['expr']);
  if (name === undefined) return 'the rule is neither an alert nor a recording rule';
  if (expr === undefined) return `the rule "${name}" has no expression`;
  if (isLogql(expr)) return `the expression of the rule "${name}" is LogQL`;
  return {
    kind: alert === undefined ? 'record' : 'alert',
    name,
    group: scalarOf(group['name']) ?? '',
    expr,
    ...parseQuery(expr),
    for: scalarOf(json['for']),
    labels: { ...textsOf(group['labels']), ...textsOf(json['labels']) },
    annotations: textsOf(json['annotations']),
    interval: scalarOf(group['interval']),
    json,
    path,
    exprPath: [...path, 'expr'],
  };
}

/** A text, or a number or truth value that YAML made of one. */
function scalarOf(value: Json | undefined): string | undefined {
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : textOf(value);
}

function textsOf(value: Json | undefined): Readonly<Record<string, string>> {
  const texts = Object.entries(recordOf(value)).map(([name, text]) => [name, scalarOf(text)] as const);
  return Object.fromEntries(texts.filter((entry): entry is readonly [string, string] => entry[1] !== undefined));
}

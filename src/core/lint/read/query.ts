import { parse } from '../../promql/parse.js';
import { PromqlSyntaxError } from '../../promql/syntax-error.js';
import type { Node } from '../../promql/node.js';
import type { JsonPath } from '../json-path.js';
import type { DatasourceUse, JsonRecord, LintedPanel, LintedQuery, QueryOwner } from '../subject.js';
import { textOf } from './values.js';

/** A query's tree, or why it has none. */
export interface ParsedQuery {
  readonly node: Node | undefined;
  readonly error: PromqlSyntaxError | undefined;
}

/** Parses a query; what does not parse is an error to report, not one to throw. */
export function parseQuery(expr: string): ParsedQuery {
  try {
    return { node: parse(expr), error: undefined };
  } catch (error) {
    if (error instanceof PromqlSyntaxError) return { node: undefined, error };
    throw error;
  }
}

/** Makes a query of an object that has one under `key`; nothing where it has none. */
export function readQuery(
  json: JsonRecord,
  path: JsonPath,
  options: { readonly owner: QueryOwner; readonly datasource: DatasourceUse; readonly panel?: () => LintedPanel; readonly key?: string; readonly text?: string },
): LintedQuery | undefined {
  const key = options.key ?? 'expr';
  const expr = options.text ?? textOf(json[key]);
  if (expr === undefined || expr.trim() === '') return undefined;
  const instant = json['instant'] === true;
  return {
    owner: options.owner,
    get panel() {
      return options.panel?.();
    },
    refId: textOf(json['refId']),
    expr,
    ...parseQuery(expr),
    datasource: options.datasource,
    legend: textOf(json['legendFormat']),
    instant,
    range: json['range'] === true || !instant,
    hidden: json['hide'] === true,
    json,
    path,
    exprPath: [...path, key],
    exprFrom: Math.max(textOf(json[key])?.indexOf(expr) ?? 0, 0),
  };
}

import { parse } from '../../promql/read/parse.js';
import { PromqlSyntaxError } from '../../promql/syntax-error.js';
import type { Node } from '../../promql/node.js';
import type { JsonPath } from '../json-path.js';
import type { JsonObject } from '../../model/json.js';
import type { DatasourceUse, ReadPanel, ReadQuery, QueryOwner } from '../read-dashboard.js';
import { limits } from './limits.js';
import { textOf } from './values.js';

/** A query's tree, or why it has none. */
export interface ParsedQuery {
  readonly node: Node | undefined;
  readonly error: PromqlSyntaxError | undefined;
}

/** Panels repeat queries, and copies of dashboards do: so many are remembered. */
const mostKnown = 5000;
const known = new Map<string, ParsedQuery>();

/** Parses a query; what does not parse is an error to report, not one to throw. */
export function parseQuery(expr: string): ParsedQuery {
  let parsed = known.get(expr);
  if (parsed === undefined) {
    parsed = parseAnew(expr);
    if (known.size === mostKnown) known.clear();
    known.set(expr, parsed);
  }
  return parsed;
}

function parseAnew(expr: string): ParsedQuery {
  try {
    if (expr.length > limits.queryLength) return { node: undefined, error: tooLong(expr) };
    return { node: parse(expr), error: undefined };
  } catch (error) {
    if (error instanceof PromqlSyntaxError) return { node: undefined, error };
    throw error;
  }
}

function tooLong(expr: string): PromqlSyntaxError {
  const message = `the query has ${expr.length} characters, more than the ${limits.queryLength} that are read`;
  return new PromqlSyntaxError(message, expr, { from: 0, to: 1 });
}

/** The surroundings that a query takes values from. */
export interface QuerySource {
  readonly owner: QueryOwner;
  readonly datasource: DatasourceUse;
  readonly panel?: ReadPanel;
  /** Makes a tree of the text. Default: the parser. */
  readonly parse?: (expr: string) => ParsedQuery;
  /** The text that the query stands in, where it is not the one under `expr`, and what of it is the query. */
  readonly inside?: { readonly expr: string; readonly from: number; readonly path: JsonPath };
}

/** Makes a query of an object that has one under `expr`; nothing where it has none. */
export function readQuery(json: JsonObject, path: JsonPath, source: QuerySource): ReadQuery | undefined {
  const { inside } = source;
  const expr = inside?.expr ?? textOf(json['expr']);
  if (expr === undefined || expr.trim() === '') return undefined;
  const instant = json['instant'] === true;
  // Parsed when first asked for: whoever only wants names and links never does.
  let parsed: ParsedQuery | undefined;
  const parseOnce = (): ParsedQuery => (parsed ??= (source.parse ?? parseQuery)(expr));
  return {
    owner: source.owner,
    panel: source.panel,
    refId: textOf(json['refId']),
    expr,
    get node() {
      return parseOnce().node;
    },
    get error() {
      return parseOnce().error;
    },
    datasource: source.datasource,
    legend: textOf(json['legendFormat']),
    instant,
    range: json['range'] === true || !instant,
    hidden: json['hide'] === true,
    json,
    path,
    exprPath: inside?.path ?? [...path, 'expr'],
    exprFrom: inside?.from ?? 0,
  };
}

import { variableSyntax } from '../../promql/grafana-variable.js';
import type { JsonPath } from '../json-path.js';
import { datasourceUse } from '../read/datasource-use.js';
import { isLogql } from '../read/logql.js';
import { recordsIn, textOf } from '../read/values.js';
import type { ReadDashboard, ReadPanel } from '../read-dashboard.js';

/** A target that asks Loki. */
export interface LogqlTarget {
  readonly expr: string;
  readonly refId: string;
  /** Where the query stands. */
  readonly path: JsonPath;
}

/** The targets of a panel that ask Loki. */
export function logqlTargets(panel: ReadPanel, { form }: ReadDashboard): readonly LogqlTarget[] {
  if (panel.others.length === 0) return [];
  return recordsIn(panel.json['targets'], panel.places.targets).flatMap(({ json, path }) => {
    const expr = textOf(json['expr']) ?? '';
    const use = datasourceUse(json, path);
    const { type } = use.inherited ? panel.datasource : use;
    if (expr === '' || !(type === 'loki' || (type === undefined && isLogql(expr)))) return [];
    return [{ expr, refId: textOf(json['refId']) ?? '', path: form === 'v2' ? path : [...path, 'expr'] }];
  });
}

/** A bracket of a query, with the place of it. */
export interface Bracket {
  readonly text: string;
  readonly at: number;
}

/** The brackets of a LogQL query outside of texts and comments, and a text that does not end. */
export interface LogqlBrackets {
  readonly brackets: readonly Bracket[];
  readonly openText: Bracket | undefined;
}

const token = new RegExp(
  [/"(?:[^"\\\n]|\\.)*"|`[^`]*`|#[^\n]*/.source, variableSyntax, /["`]|[()[\]{}]/.source].join('|'),
  'gs',
);

/** Finds the brackets of a LogQL query. Those of Grafana's variables, `${x}` and `[[x]]`, are not among them. */
export function logqlBrackets(expr: string): LogqlBrackets {
  const brackets: Bracket[] = [];
  for (const { 0: text, index: at } of expr.matchAll(token)) {
    if (text === '"' || text === '`') return { brackets, openText: { text, at } };
    if (text.length === 1 && text !== '#') brackets.push({ text, at });
  }
  return { brackets, openText: undefined };
}

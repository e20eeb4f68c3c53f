import type { SyntaxNode, Tree } from '@lezer/common';
import { parser } from '@prometheus-io/lezer-promql';
import { aggregationTable, functionTable } from '../functions.js';
import { variableAt } from '../grafana-variable.js';
import { mask, type Masked } from '../mask.js';
import { nearest } from '../../text/nearest.js';
import type { Node } from '../node.js';
import { isClosed } from '../quote.js';
import { ExpressionReader } from './expression.js';
import { Source } from './source.js';
import { PromqlSyntaxError, type Place } from '../syntax-error.js';

/**
 * Reads PromQL, with Grafana variables in it, as a tree. Metric, label, function and aggregation names and durations
 * with variables stand in the tree as they are written.
 *
 * @param places is filled with the place in the text of every node
 * @throws PromqlSyntaxError where the text is not PromQL, or a variable stands where a tree has no place for it
 */
export function parse(query: string, places?: Map<Node, Place>): Node {
  try {
    assertSpaces(query);
    const masked = mask(query);
    const tree = parser.parse(masked.text);
    assertNoFault(query, masked, tree);
    return new ExpressionReader(new Source(query, masked.words), places).read(tree.topNode).node;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw tooDeep(query, error);
  }
}

/** Throws for a space that lezer reads and Prometheus does not, such as one that does not break. */
function assertSpaces(query: string): void {
  if (!foreignSpace.test(query)) return;
  for (const match of query.matchAll(inert)) {
    if (match[1] !== undefined) {
      const place = { from: match.index, to: match.index + 1 };
      const code = match[1].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
      throw new PromqlSyntaxError(`a space that PromQL does not have, U+${code}`, query, place);
    }
  }
}

const foreignSpace = /[^\S \t\r\n]/;
const inert = /"(?:[^"\\]|\\[\s\S])*"?|'(?:[^'\\]|\\[\s\S])*'?|`[^`]*`?|#[^\n]*|([^\S \t\r\n])/g;

/** Throws for the first error in lezer's tree, and for a string that is not closed, which lezer accepts. */
function assertNoFault(query: string, masked: Masked, tree: Tree): void {
  const cursor = tree.cursor();
  do {
    const { from, to } = cursor;
    if (cursor.name === 'StringLiteral' && !isClosed(masked.text.slice(from, to))) {
      throw new PromqlSyntaxError('a string that is not closed', query, { from, to });
    }
    if (cursor.type.isError)
      throw isDeep(tree, cursor.node) ? tooDeep(query) : unexpected(query, from, cursor.node.parent?.name ?? '');
  } while (cursor.next());
}

/**
 * True where an error may be lezer's own: it gives up, as if the text were wrong, some hundred levels below the top,
 * and after some hundred operators in a row.
 */
function isDeep(tree: Tree, error: SyntaxNode): boolean {
  let levels = 0;
  for (let around: SyntaxNode | null = error; around !== null; around = around.parent) levels += 1;
  for (let left: SyntaxNode | null = tree.topNode; left !== null; left = left.firstChild) levels += 1;
  return levels > 200;
}

function tooDeep(query: string, cause?: unknown): PromqlSyntaxError {
  return new PromqlSyntaxError(
    'the query is nested too deeply, or has too many operators in a row',
    query,
    { from: 0, to: query.length },
    cause,
  );
}

/** The text that closes a part of a query that can end too early. */
const closing: Readonly<Record<string, string>> = {
  FunctionCallBody: ')',
  ParenExpr: ')',
  GroupingLabels: ')',
  LabelMatchers: '}',
  MatrixSelector: ']',
  SubqueryExpr: ']',
};

function isBlank(query: string): boolean {
  spaces.lastIndex = 0;
  return spaces.exec(query)?.[0].length === query.length;
}

const token = /"[^"\n]*"?|'[^'\n]*'?|`[^`]*`?|[\w.:]+|[=!<>]=|[=!]~|[<>]\/|[\s\S]/y;
const spaces = /(?:\s|#[^\n]*)*/y;
const calledName = /([A-Za-z_:][\w:]*)\s*$/;

function unexpected(query: string, at: number, parent: string): PromqlSyntaxError {
  spaces.lastIndex = at;
  const from = at + (spaces.exec(query)?.[0].length ?? 0);
  const text = tokenAt(query, from);
  if (text === '') {
    const missing = closing[parent];
    const hint = missing === undefined ? '' : `: a closing "${missing}" is missing`;
    const message = `unexpected end of the query${hint}`;
    return new PromqlSyntaxError(isBlank(query) ? 'the query is empty' : message, query, {
      from: query.length,
      to: query.length,
    });
  }
  const called = text === '(' ? calledName.exec(query.slice(0, from)) : null;
  if (called?.[1] !== undefined) return unknownFunction(query, called[1], called.index);
  return new PromqlSyntaxError(`unexpected ${JSON.stringify(text)}`, query, { from, to: from + text.length });
}

/** The word, variable or sign that begins at a place; empty at the end of the query. */
function tokenAt(query: string, from: number): string {
  const variable = variableAt(query, from);
  if (variable !== undefined) return query.slice(from, variable.to);
  token.lastIndex = from;
  return token.exec(query)?.[0] ?? '';
}

/** Functions that had another name before Prometheus 3. */
const renamed: Readonly<Record<string, string>> = { holt_winters: 'double_exponential_smoothing' };

function unknownFunction(query: string, name: string, from: number): PromqlSyntaxError {
  const known =
    renamed[name] ?? nearest(name.toLowerCase(), [...Object.keys(functionTable), ...Object.keys(aggregationTable)]);
  const hint = known === undefined ? '' : `: did you mean ${known}?`;
  return new PromqlSyntaxError(`PromQL has no function "${name}"${hint}`, query, { from, to: from + name.length });
}

import { parser } from '@prometheus-io/lezer-promql';

/**
 * PromQL as a tree in which formatting no longer shows: no parentheses, no spaces, `by (…)` behind its operator and its
 * labels in order. Kinds: `binary`, `call`, `aggregate`, `number`, and the grammar's own names for the rest. Undefined
 * for what does not parse.
 */
export function parseQuery(query) {
  const text = maskVariables(query);
  const { topNode } = parser.parse(text);
  let isBroken = topNode.firstChild === null;
  topNode.cursor().iterate((node) => {
    isBroken ||= node.type.isError;
  });
  return isBroken ? undefined : convert(topNode.firstChild, text);
}

/** Whether two trees are the same. */
export function isSame(a, b) {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** A copy of a tree in which `change` has had its way with every node, the innermost first. */
export function rewrite(node, change) {
  const entries = Object.entries(node).map(([key, value]) => [key, rewriteIn(value, change)]);
  return change(Object.fromEntries(entries));
}

function rewriteIn(value, change) {
  if (Array.isArray(value)) return value.map((item) => rewriteIn(item, change));
  return typeof value === 'object' && value !== null ? rewrite(value, change) : value;
}

/** Whether a tree has a node that `test` accepts. */
export function some(node, test) {
  let found = false;
  rewrite(node, (inner) => {
    found ||= test(inner);
    return inner;
  });
  return found;
}

/** The grammar knows no Grafana variables: in brackets they become durations, elsewhere names; in strings they stay. */
function maskVariables(query) {
  return query.replaceAll(/"[^"]*"|\[[^\]]*\]|\$\{?(\w+)\}?/g, (part, name) => {
    if (part.startsWith('"')) return part;
    if (part.startsWith('[')) return part.replaceAll(/\$\{?(\w+)\}?/g, (_, inner) => `${digits(inner)}ms`);
    return `variable:${name}`;
  });
}

function digits(name) {
  return [...name].map((letter) => letter.codePointAt(0)).join('');
}

const named = new Set(['Identifier', 'LabelName', 'StringLiteral', 'NumberDurationLiteralInDurationContext']);

function convert(node, text) {
  const children = childrenOf(node).map((child) => [child.name, convert(child, text)]);
  const written = text.slice(node.from, node.to);
  const trees = children.map(([, tree]) => tree);
  switch (node.name) {
    case 'ParenExpr':
      return trees[0];
    case 'NumberDurationLiteral':
      return { kind: 'number', value: Number.isFinite(Number(written)) ? Number(written) : written };
    case 'BinaryExpr':
      return {
        kind: 'binary',
        left: trees[0],
        operator: children[1][0],
        modifiers: trees.slice(2, -1),
        right: trees.at(-1),
      };
    case 'FunctionCall':
      return {
        kind: 'call',
        name: text.slice(node.firstChild.from, node.firstChild.to),
        args: trees[1].children ?? [],
      };
    case 'AggregateExpr':
      return {
        kind: 'aggregate',
        name: text.slice(node.firstChild.from, node.firstChild.to).toLowerCase(),
        args: trees.find(({ kind }) => kind === 'FunctionCallBody').children,
        grouping: trees.find(({ kind }) => kind === 'AggregateModifier') ?? null,
      };
    case 'GroupingLabels':
      return {
        kind: node.name,
        labels: childrenOf(node)
          .map((child) => text.slice(child.from, child.to))
          .toSorted((a, b) => (a < b ? -1 : 1)),
      };
    default:
      if (named.has(node.name)) return { kind: node.name, text: written };
      return trees.length === 0 ? { kind: node.name } : { kind: node.name, children: trees };
  }
}

function childrenOf(node) {
  const children = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) children.push(child);
  return children;
}

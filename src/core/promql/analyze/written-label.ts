import { hasVariable } from '../grafana-variable.js';
import type { CallNode, Node } from '../node.js';
import { matchesPattern } from './matcher-values.js';

/** The fate of the label that `label_replace` or `label_join` writes. */
export interface WrittenLabel {
  /** The label; undefined where a variable names it. */
  readonly name: string | undefined;
  /**
   * `always`: every series carries it. `where it was`: those that carried it still do, others may. `maybe`: some carry
   * it, `never`: none does.
   */
  readonly carried: 'always' | 'where it was' | 'maybe' | 'never';
}

/** The labels that a vector carries, as far as they matter here. */
interface Sources {
  readonly labels: ReadonlySet<string>;
  readonly possible: ReadonlySet<string>;
  readonly others: boolean;
}

/**
 * The label that `label_replace(v, target, replacement, source, pattern)` writes. Series whose source does not match
 * stay as they are, and an empty text takes the label away.
 */
export function replacedLabel({ args }: CallNode, of: Sources): WrittenLabel {
  const [name, replacement, source, pattern] = args.slice(1).map(textOf);
  if (replacement === undefined || source === undefined || pattern === undefined) return { name, carried: 'maybe' };
  const matches = alwaysMatches(pattern, source, of);
  if (replacement === '') return { name, carried: matches ? 'never' : 'maybe' };
  if (!isNeverEmpty(replacement, pattern, source, of)) return { name, carried: 'maybe' };
  return { name, carried: matches ? 'always' : 'where it was' };
}

/** The label that `label_join(v, target, separator, source…)` writes. */
export function joinedLabel({ args }: CallNode, of: Sources): WrittenLabel {
  const [name, separator, ...sources] = args.slice(1).map(textOf);
  if (sources.length === 0) return { name, carried: 'never' };
  const isSeparated = separator !== undefined && separator !== '' && sources.length > 1;
  const isFilled = sources.some((source) => source !== undefined && of.labels.has(source));
  return { name, carried: isSeparated || isFilled ? 'always' : 'maybe' };
}

function textOf(node: Node | undefined): string | undefined {
  return node?.kind === 'string' && !hasVariable(node.value) ? node.value : undefined;
}

/** True where a pattern matches every value that a label has. */
function alwaysMatches(pattern: string, source: string, of: Sources): boolean {
  if (!of.possible.has(source) && !of.others) return matchesPattern(pattern, '') === true;
  const bare = pattern.replaceAll(/\((?:\?:)?|\)|^\^|\$$/g, '');
  if (/^(?:\.\*)+$/.test(bare)) return true;
  // One character is there where the label is.
  return of.labels.has(source) && /^(?:\.\*)*\.\+?(?:\.\*)*$/.test(bare);
}

const reference = /\$(?:\w+|\{\w+\})/g;

/** True where a replacement is some text for every value that matches. */
function isNeverEmpty(replacement: string, pattern: string, source: string, of: Sources): boolean {
  if (replacement.replaceAll(reference, '') !== '') return true;
  const takesAll = /^\^?\(\.[*+]\)\$?$/.test(pattern) && /\$(?:1\b|\{1\})/.test(replacement);
  return takesAll && of.labels.has(source);
}

import { variableName } from '../../promql/grafana-variable.js';
import { seriesName } from '../../promql/analyze/lookup.js';
import type { MatchOperator, Matcher, SelectorNode } from '../../promql/node.js';
import type { Problem } from '../check.js';
import { matchesGlob } from '../glob.js';
import { choice, text, texts } from '../options/option.js';
import { at } from './known-problems.js';
import { selectorsIn } from '../../document/find/series-in.js';
import type { ReadQuery } from '../../document/read-dashboard.js';

/** A matcher that a house asks for in every selector. */
export type WantedMatcher = Pick<Matcher, 'label' | 'operator' | 'value'>;

/** The options of a check that asks for a matcher by a variable. */
export function matcherOptions(name: string) {
  return {
    label: text(name, 'the label'),
    variable: text(name, 'the variable that it is matched by'),
    operator: choice('=~', 'how it is matched', ['=~', '=']),
    except: exceptOption,
  };
}

/** Metrics that need no such matcher. */
export const exceptOption = texts([], 'metrics that need none, as globs: `ALERTS*`');

const written = /^([A-Za-z_]\w*)\s*(=~|!~|!=|=)\s*"([^"\\]*)"$/;

/** Reads a matcher as PromQL writes it, without escapes: `cluster=~"$cluster"`. */
export function readMatcher(source: string): WantedMatcher | undefined {
  const [, label, operator, value] = written.exec(source) ?? [];
  return label === undefined || operator === undefined || value === undefined
    ? undefined
    : { label, operator: operator as MatchOperator, value };
}

/** Finds the selectors in a panel's query that lack a matcher. */
export function* missingMatchers(
  query: ReadQuery,
  wanted: WantedMatcher,
  except: readonly string[],
): Generator<Problem> {
  if (query.owner !== 'panel' || query.node === undefined) return;
  const asked = `${wanted.label}${wanted.operator}"${wanted.value}"`;
  for (const selector of selectorsIn(query.node)) {
    if (isExcepted(selector, except) || selector.matchers.some((matcher) => isSame(matcher, wanted))) continue;
    const other = selector.matchers.find(({ label }) => label === wanted.label);
    const found = other === undefined ? 'nothing' : `${other.label}${other.operator}"${other.value}"`;
    yield {
      message: `the house asks for ${asked} in every selector: ${seriesName(selector) ?? 'this one'} has ${found}`,
      ...at(query, selector),
      fix: `write ${asked}`,
    };
  }
}

function isSame({ label, operator, value }: Matcher, wanted: WantedMatcher): boolean {
  if (label !== wanted.label || operator !== wanted.operator) return false;
  const variable = variableName(wanted.value);
  return value === wanted.value || (variable !== undefined && variableName(value) === variable);
}

/** True where a selector may be excepted. The text of `$filter` is unknown: it may be the matcher. */
function isExcepted(selector: SelectorNode, except: readonly string[]): boolean {
  const name = seriesName(selector);
  if ((selector.verbatim ?? []).length > 0) return true;
  return name !== undefined && except.some((glob) => matchesGlob(name, glob));
}

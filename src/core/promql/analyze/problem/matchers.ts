import type { LabelValues } from '../../../model/metric.js';
import { hasVariable } from '../../grafana-variable.js';
import { nearest } from '../../nearest.js';
import type { Matcher, Node } from '../../node.js';
import { carriedLabels } from '../labels.js';
import { seriesName, seriesOf, type Lookup, type Series } from '../lookup.js';
import { listedValues, matchesPattern } from '../matcher-values.js';
import { listed, type NodeCheck } from './check.js';

/** A matcher on a label that the metric does not have. */
export const unknownLabel: NodeCheck = (node, { lookup }) =>
  matchersOfKnown(node, lookup).flatMap(({ matcher: { label }, name, labels }) => {
    if (labels.has(label)) return [];
    const known = nearest(label, labels);
    return [
      `${name} has no label "${label}"${known === undefined ? '' : ` (did you mean ${known}?)`}; it has ${listed(labels)}`,
    ];
  });

/** A matcher on a value that the label never has, where the catalog says which it has. */
export const unknownValue: NodeCheck = (node, { lookup }) =>
  matchersOfKnown(node, lookup).flatMap(({ matcher, name, series }) => {
    const values = valuesOf(series, matcher.label);
    if (values?.kind !== 'finite' || hasVariable(matcher.value)) return [];
    return faults(matcher, values.values).map(
      (fault) => `label "${matcher.label}" of ${name} ${fault}; it has ${listed(values.values)}`,
    );
  });

interface KnownMatcher {
  readonly matcher: Matcher;
  readonly name: string;
  readonly series: Series;
  readonly labels: ReadonlySet<string>;
}

/** The matchers of a selector whose family is known. */
function matchersOfKnown(node: Node, lookup: Lookup): readonly KnownMatcher[] {
  if (node.kind !== 'selector') return [];
  const series = seriesOf(node, lookup);
  if (series === undefined) return [];
  const { possible: labels } = carriedLabels(node, lookup);
  const name = seriesName(node) ?? series.family.name;
  return node.matchers
    .filter(({ label }) => label !== '__name__' && !hasVariable(label))
    .map((matcher) => ({ matcher, name, series, labels }));
}

/** The values that a label can have. `job` is that of the producer. */
function valuesOf({ family }: Series, label: string): LabelValues | undefined {
  const declared = Object.hasOwn(family.labels, label) ? family.labels[label] : undefined;
  if (declared !== undefined || label !== 'job' || family.producer === undefined) return declared;
  return { kind: 'finite', values: [family.producer.job] };
}

function faults({ operator, value }: Matcher, values: readonly string[]): readonly string[] {
  if (operator === '=' || operator === '!=') {
    // `!= ""` keeps every series: superfluous, and not wrong.
    const isFine = values.includes(value) || (operator === '!=' && value === '');
    return isFine ? [] : [`never has the value "${value}"`];
  }
  const alternatives = listedValues(value);
  if (alternatives !== undefined) {
    return alternatives
      .filter((alternative) => alternative !== '' && !values.includes(alternative))
      .map((alternative) => `never has the value "${alternative}"`);
  }
  const matchesNone = values.every((candidate) => matchesPattern(value, candidate) === false);
  return matchesNone ? [`has no value that matches "${value}"`] : [];
}

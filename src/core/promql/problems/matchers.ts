import type { LabelValues } from '../../model/metric.js';
import { hasVariable } from '../grafana-variable.js';
import { nearest } from '../../text/nearest.js';
import type { Matcher, SelectorNode } from '../node.js';
import { jobsOf } from '../analyze/jobs.js';
import { carriedLabels } from '../analyze/labels.js';
import { seriesName, seriesOf, type Series } from '../analyze/lookup.js';
import { listedValues, matchesPattern } from '../analyze/matcher-values.js';
import { listed, type ProblemFinder } from './finder.js';

/** A matcher on a label that the metric does not have. */
export const unknownLabel: ProblemFinder = (node, { lookup }) => {
  const series = node.kind === 'selector' && node.matchers.length > 0 ? seriesOf(node, lookup) : undefined;
  if (node.kind !== 'selector' || series === undefined) return [];
  const { possible } = carriedLabels(node, lookup);
  if (series.family.openLabels === true) return [];
  return onLabels(node)
    .filter(({ label }) => !possible.has(label))
    .map(({ label }) => {
      const known = nearest(label, possible);
      const hint = known === undefined ? '' : ` (did you mean ${known}?)`;
      return `${nameOf(node, series)} has no label "${label}"${hint}; it has ${listed(possible)}`;
    });
};

/** A matcher on a value that the label never has, where the catalog says which it has. */
export const unknownValue: ProblemFinder = (node, { lookup }) => {
  const series = node.kind === 'selector' && node.matchers.length > 0 ? seriesOf(node, lookup) : undefined;
  if (node.kind !== 'selector' || series === undefined) return [];
  return onLabels(node).flatMap((matcher) => {
    const values = valuesOf(series, matcher.label);
    if (values?.kind !== 'finite' || hasVariable(matcher.value)) return [];
    return faults(matcher, values.values).map(
      (fault) => `label "${matcher.label}" of ${nameOf(node, series)} ${fault}; it has ${listed(values.values)}`,
    );
  });
};

/** The matchers of a selector that are on labels: not on its name, and not where a variable names the label. */
function onLabels(node: SelectorNode): readonly Matcher[] {
  return node.matchers.filter(({ label }) => label !== '__name__' && !hasVariable(label));
}

function nameOf(node: SelectorNode, series: Series): string {
  return seriesName(node) ?? series.family.name;
}

/** The values that a label can have. `job` is that of a producer. */
function valuesOf({ family }: Series, label: string): LabelValues | undefined {
  const declared = Object.hasOwn(family.labels, label) ? family.labels[label] : undefined;
  const jobs = declared === undefined && label === 'job' ? jobsOf(family) : [];
  return jobs.length === 0 ? declared : { kind: 'finite', values: jobs };
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

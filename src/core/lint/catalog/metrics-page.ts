import { readExposition, type ExposedLabels } from '../../exposition/read-exposition.js';
import type { DescribedFamily } from './make-families.js';

const suffixes = /_(?:bucket|sum|count|total|created|info)$/;

interface Draft {
  readonly name: string;
  type: string;
  help: string;
  readonly labels: Map<string, Set<string>>;
  readonly buckets: Set<number>;
}

/** As many values of a label are kept as examples. */
const mostExamples = 5;

/** Reads the families of a page in the text format of Prometheus or OpenMetrics. Lines that are neither are passed over. */
export function readMetricsPage(text: string): readonly DescribedFamily[] {
  const drafts = new Map<string, Draft>();
  const draftOf = (name: string): Draft => {
    const known = drafts.get(name) ?? { name, type: 'unknown', help: '', labels: new Map(), buckets: new Set() };
    drafts.set(name, known);
    return known;
  };
  for (const line of readExposition(text)) {
    if (line.kind === 'sample') addLabels(draftOf(familyOf(line.name, drafts)), line.labels);
    else if (line.kind !== 'unit') draftOf(line.family)[line.kind] = line.text;
  }
  return [...drafts.values()].map((draft) => ({
    ...draft,
    buckets: [...draft.buckets].sort((a, b) => a - b),
    labels: new Map([...draft.labels].map(([name, values]) => [name, [...values]])),
  }));
}

/** A series belongs to the family that was described before it, with or without a suffix. */
function familyOf(series: string, drafts: ReadonlyMap<string, Draft>): string {
  const base = series.replace(suffixes, '');
  return !drafts.has(series) && drafts.has(base) ? base : series;
}

function addLabels(draft: Draft, labels: ExposedLabels): void {
  for (const [name, value] of labels) {
    if (name === 'le') {
      const bound = Number(value);
      if (Number.isFinite(bound)) draft.buckets.add(bound);
    } else if (name !== 'quantile' || draft.type !== 'summary') {
      const values = draft.labels.get(name) ?? new Set();
      if (values.size < mostExamples) values.add(value);
      draft.labels.set(name, values);
    }
  }
}

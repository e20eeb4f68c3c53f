import { carriedLabels } from '../../../promql/analyze/labels.js';
import type { RuleCheck } from '../../check.js';
import { lookupOf } from '../../judge/known-problems.js';
import type { ReadRule } from '../../../document/read-rule-file.js';

/** A template that names a label which the alert's series cannot have: it prints nothing there. */
export const unknownLabelInTemplate: RuleCheck = {
  id: 'rule/unknown-label-in-template',
  severity: 'error',
  summary: 'an annotation or label of an alert names a label that its expression does not return',
  looksAt: 'rule',
  *check(rule, _file, context) {
    if (rule.kind !== 'alert' || rule.node === undefined) return;
    const { possible, others } = carriedLabels(rule.node, lookupOf(context));
    if (others) return;
    for (const { text, path, what } of templatesOf(rule)) {
      for (const label of new Set(labelsNamedIn(text))) {
        if (possible.has(label)) continue;
        yield {
          message: `${what} names {{ $labels.${label} }}, but the expression returns ${possible.size === 0 ? 'no labels' : `only ${[...possible].join(', ')}`}`,
          path,
          fix: `keep the label, as in by (${[...possible, label].join(', ')}), or leave it out of the text`,
        };
      }
    }
  },
};

interface Template {
  readonly text: string;
  readonly path: ReadRule['path'];
  readonly what: string;
}

function templatesOf({ annotations, labels, path, name, json }: ReadRule): readonly Template[] {
  const own = Object.keys(labels).filter((label) => isOwn(json['labels'], label));
  return [
    ...Object.entries(annotations).map(([key, text]) => ({
      text,
      path: [...path, 'annotations', key],
      what: `the ${key} of the alert "${name}"`,
    })),
    ...own.map((key) => ({
      text: labels[key] ?? '',
      path: [...path, 'labels', key],
      what: `the label ${key} of the alert "${name}"`,
    })),
  ];
}

/** True where a label stands at the rule itself, not at its group. */
function isOwn(value: unknown, label: string): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, label);
}

const action = /\{\{-?\s*(.*?)\s*-?\}\}/gs;
const label = /(\$labels|\$?\.Labels)\.([A-Za-z_]\w*)|index\s+(\$labels|\$?\.Labels)\s+"([^"]+)"/g;
const block = /^(range|with|if|block|define|end)\b/;

/**
 * The labels that a template names; `{{ $labels.instance }}`, `{{ .Labels.instance }}` or `{{ index $labels "a.b" }}`.
 * Inside `{{ range query "…" }}` and `{{ with … }}`, `.Labels` are those of something else.
 */
function labelsNamedIn(text: string): readonly string[] {
  const named: string[] = [];
  const open: string[] = [];
  for (const [, inside = ''] of text.matchAll(action)) {
    const isOther = open.some((each) => each === 'range' || each === 'with');
    for (const [, of, name, ofIndex, indexed] of inside.matchAll(label)) {
      if (!isOther || (of ?? ofIndex) !== '.Labels') named.push(name ?? indexed ?? '');
    }
    const word = block.exec(inside)?.[1];
    if (word === 'end') open.pop();
    else if (word !== undefined) open.push(word);
  }
  return named;
}

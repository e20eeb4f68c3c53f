import { durationSeconds } from '../../promql/duration.js';
import { some } from '../../promql/node.js';
import { seriesName } from '../../promql/analyze/lookup.js';
import type { Server } from '../../pack/servers.js';

type AnyRule = Server['ruleFiles'][number]['groups'][number]['rules'][number];

/** A rule of a server, and how it is evaluated. */
export interface ServerRule {
  readonly rule: AnyRule;
  /** The alert's name, or that of the series it writes. */
  readonly name: string;
  readonly file: string;
  /** In seconds. */
  readonly interval: number;
  /** True where the server loads it; others are evaluated for what they would say. */
  readonly isLoaded: boolean;
}

/** The rules of a server, those that are off included, in the order of its files. */
export function serverRules({ ruleFiles, interval: usual }: Server): readonly ServerRule[] {
  return ruleFiles.flatMap(({ name: file, groups, offBecause }) =>
    groups.flatMap(({ interval = usual, rules }) =>
      rules.map((rule) => ({
        rule,
        name: rule.kind === 'alert' ? rule.name : rule.family.name,
        file,
        interval: durationSeconds(interval) ?? 15,
        isLoaded: offBecause === undefined,
      })),
    ),
  );
}

/** The same rules in steps: each step asks only what the steps before it have written. */
export function ruleSteps(rules: readonly ServerRule[]): readonly (readonly ServerRule[])[] {
  const steps: ServerRule[][] = [];
  let left = rules;
  while (left.length > 0) {
    const awaited = new Set(left.flatMap(({ rule, name }) => (rule.kind === 'alert' ? ['ALERTS'] : [name])));
    const ready = left.filter(({ rule }) => !asksOneOf(rule, awaited));
    // Rules that ask each other see what was written an evaluation before: nobody writes such rules here.
    const step = ready.length > 0 ? ready : left;
    steps.push([...step]);
    left = left.filter((rule) => !step.includes(rule));
  }
  return steps;
}

function asksOneOf({ node }: AnyRule, names: ReadonlySet<string>): boolean {
  return some(node, (inner) => inner.kind === 'selector' && names.has(seriesName(inner) ?? ''));
}

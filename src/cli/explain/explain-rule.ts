import { count } from '../print-list.js';
import { printBound } from './explain-metric.js';
import { boundRole, place, type BoundRole, type Lineage } from './lineage.js';

/** An alert or recording rule: what it asks, which server evaluates it, and what its tests show. */
export interface RuleExplanation {
  readonly kind: 'alert' | 'record';
  readonly pack: string;
  /** The alert's name, or that of the series it writes. */
  readonly name: string;
  readonly file: string;
  readonly group: string;
  /** True where the server loads its file. */
  readonly loaded: boolean;
  readonly place: string | undefined;
  readonly expr: string;
  readonly metrics: readonly string[];
  /** The role that it asks, whose server evaluates it. */
  readonly server: BoundRole;
  readonly labels: Readonly<Record<string, string>>;
  /** Of an alert: how long it must hold. */
  readonly for?: string;
  readonly summary?: string;
  /** The names of an alert's tests. */
  readonly tests: readonly string[];
}

/** Explains every alert and recording rule of the name, in any case. */
export function explainRules(name: string, { packs, places }: Lineage): readonly RuleExplanation[] {
  return packs.flatMap(({ pack, rules }) =>
    rules
      .filter((rule) => rule.name.toLowerCase() === name.toLowerCase())
      .map((rule): RuleExplanation => ({
        kind: rule.kind,
        pack: pack.name,
        name: rule.name,
        file: rule.file,
        group: rule.group,
        loaded: rule.loaded,
        place: place(places, rule.position),
        expr: rule.expr,
        metrics: rule.families,
        server: boundRole(pack, rule.role),
        labels: rule.ownLabels,
        ...(rule.for === undefined ? {} : { for: rule.for }),
        ...(rule.summary === undefined ? {} : { summary: rule.summary }),
        tests: rule.testNames,
      })),
  );
}

/** Prints an explanation for people. */
export function printRule(rule: RuleExplanation): string {
  const { name, kind, pack, summary, file, group, place: written, expr, metrics, labels, tests } = rule;
  const own = Object.entries(labels).map(([label, value]) => `${label}=${value}`);
  const lines = [
    `${name}: ${rule.kind === 'alert' ? 'alert' : 'recording rule'}, pack ${pack}`,
    ...(summary === undefined ? [] : [`  ${summary}`]),
    `  written at  ${written ?? '(unknown)'}`,
    `  file        ${file}, group ${group}`,
    `  server      ${printBound(rule.server)}${rule.loaded ? '' : ', which does not load it: its file is off'}`,
    `  query       ${expr}`,
    `  metrics     ${metrics.join(', ') || 'none'}`,
    ...(rule.for === undefined ? [] : [`  for         ${rule.for}`]),
    ...(own.length === 0 ? [] : [`  labels      ${own.join(', ')}`]),
    ...(kind === 'alert' ? [`  tests       ${count(tests.length, 'test')}`] : []),
    ...tests.map((test) => `    ${test}`),
  ];
  return `${lines.join('\n')}\n`;
}

import type { Scenario } from '../../model/scenario.js';
import { print } from '../../promql/print.js';
import type { QueryProof } from './proof.js';
import type { RuleRun } from './run-rule.js';
import type { ServerRule } from './server-rules.js';

/** The outcome of the rules of a pack in one scenario. */
export interface RulesInScenario {
  readonly scenario: Scenario;
  readonly runs: readonly RuleRun[];
}

/** Rules with selectors that find nothing while all is well, by their names: which. */
export type UnseenInRules = ReadonlyMap<string, readonly string[]>;

/**
 * The outcome of the rules of a pack: a recording rule writes while all is well; an alert fires in every scenario that
 * is made for it, and in no other.
 */
export function proveRules(
  healthy: RulesInScenario & { readonly unseen: UnseenInRules },
  others: readonly RulesInScenario[],
): readonly QueryProof[] {
  return healthy.runs.map((run) => {
    const { rule } = run;
    const { kind } = rule.rule;
    const about = {
      query: {
        owner: kind,
        source: rule.file,
        name: rule.name,
        expr: print(rule.rule.node),
        position: rule.rule.position,
      },
      place: rule.name,
    };
    const all = [healthy, ...others];
    const error = all.map(({ runs }) => runOf(rule, runs)?.error).find((each) => each !== undefined);
    if (error !== undefined) return { ...about, verdict: 'failed', reasons: [error] };
    const unseen = healthy.unseen.get(rule.name) ?? [];
    if (unseen.length > 0) {
      return { ...about, verdict: 'failed', reasons: unseen.map((part) => `a part of it finds nothing: ${part}`) };
    }
    if (kind === 'record') {
      return run.samples > 0
        ? { ...about, verdict: 'data', reasons: [] }
        : { ...about, verdict: 'failed', reasons: ['it writes nothing while all is well'] };
    }
    const reasons = [...alertFaults(rule, all)];
    const made = all.filter(({ scenario }) => scenario.fires.includes(rule.name)).map(({ scenario }) => scenario.name);
    if (reasons.length > 0) return { ...about, verdict: 'failed', reasons };
    return { ...about, verdict: 'only in', scenario: made.join(', '), reasons: [] };
  });
}

function* alertFaults(rule: ServerRule, all: readonly RulesInScenario[]): Generator<string> {
  let isMade = false;
  for (const { scenario, runs } of all) {
    const firings = runOf(rule, runs)?.firings ?? [];
    const shall = scenario.fires.includes(rule.name);
    isMade ||= shall;
    if (shall && firings.length === 0) yield `it does not fire in the scenario ${scenario.name}, which is made for it`;
    const [first] = firings;
    if (shall || first === undefined) continue;
    yield `it fires in the scenario ${scenario.name}, which is not made for it, with ${JSON.stringify(first.labels)}`;
  }
  if (!isMade) yield 'no scenario is made for it: let one name it under fires';
}

function runOf({ name, file }: ServerRule, runs: readonly RuleRun[]): RuleRun | undefined {
  return runs.find(({ rule }) => rule.name === name && rule.file === file);
}

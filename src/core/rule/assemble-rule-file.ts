import type { Environment } from '../dashboard/datasource-ref.js';
import { resolveQuery, type ResolvedQuery } from '../dashboard/resolve-query.js';
import type { Finding } from '../model/finding.js';
import type { JsonObject } from '../model/json.js';
import type { Lookup } from '../promql/analyze/lookup.js';
import { print } from '../promql/print.js';
import { ruleProblems } from './check-rule.js';
import type { RuleFacts } from './facts.js';
import type { AnyRule, RuleFile } from './rule-file.js';

/** A rule file as Prometheus reads it, what is wrong with it, and what its rules ask. */
export interface AssembledRuleFile {
  readonly json: JsonObject;
  readonly findings: readonly Finding[];
  readonly facts: readonly RuleFacts[];
}

/** Builds a rule file for an environment, and checks every rule against the catalog. */
export function assembleRuleFile(file: RuleFile, environment: Environment, lookup: Lookup): AssembledRuleFile {
  const findings: Finding[] = [];
  const facts: RuleFacts[] = [];
  const groups = file.groups.map((group) => ({
    name: group.name,
    interval: group.interval,
    rules: group.rules.map((rule) => {
      const subject = `${file.name}: ${subjectOf(rule)}`;
      const report = (id: string, message: string): void => {
        findings.push({ id, severity: 'error', subject, position: rule.position, message });
      };
      const resolved = resolveQuery(rule.node, environment, lookup, report);
      for (const { id, message } of ruleProblems(rule, file.role, resolved)) report(id, message);
      facts.push(factsOf(rule, group.name, file, resolved));
      return emitRule(rule);
    }),
  }));
  return { json: { groups }, findings, facts };
}

/** A rule in words. */
function subjectOf(rule: AnyRule): string {
  return rule.kind === 'alert' ? `alert "${rule.name}"` : `recording rule "${rule.family.name}"`;
}

function emitRule(rule: AnyRule): JsonObject {
  if (rule.kind === 'record') {
    const { labels } = rule;
    return {
      record: rule.family.name,
      expr: print(rule.node),
      ...(Object.keys(labels).length === 0 ? {} : { labels: { ...labels } }),
    };
  }
  return {
    alert: rule.name,
    expr: print(rule.node),
    for: rule.for,
    keep_firing_for: rule.keepFiringFor,
    labels: { ...rule.labels },
    annotations: { ...rule.annotations },
  };
}

function factsOf(rule: AnyRule, group: string, file: RuleFile, { facts }: ResolvedQuery): RuleFacts {
  return {
    ...facts,
    role: file.role,
    refId: 'A',
    subject: subjectOf(rule),
    kind: rule.kind,
    name: rule.kind === 'alert' ? rule.name : rule.family.name,
    group,
    file: file.name,
    loaded: file.offBecause === undefined,
    ownLabels: rule.labels,
    for: rule.kind === 'alert' ? rule.for : undefined,
    summary: rule.kind === 'alert' ? rule.annotations['summary'] : undefined,
    tests: rule.kind === 'alert' ? rule.tests.length : 0,
    testNames: rule.kind === 'alert' ? rule.tests.map(({ name }) => name) : [],
    position: rule.position,
  };
}

import stringify from 'fast-json-stable-stringify';
import type { Finding } from '../model/finding.js';
import { printPosition, type Position } from '../model/position.js';
import type { RuleFacts } from '../rule/facts.js';
import type { Pack } from './pack.js';

/** Checks the rule files of a pack against each other. */
export function checkRuleFiles(pack: Pack): readonly Finding[] {
  const names = new Map<string, Position>();
  return pack.rules.flatMap(({ name, role, position }) => {
    const before = names.get(name);
    names.set(name, position);
    const findings: Finding[] = [];
    if (before !== undefined) {
      const message = `two rule files have the name "${name}": the other one is at ${printPosition(before)}; name one of them otherwise`;
      findings.push(error('rule/duplicate-file', name, position, message));
    }
    if (pack.bindings[role] === undefined) {
      const message = `it is for role ${role}, which the pack does not bind: no server would load it; bind ${role} in the pack's bindings`;
      findings.push(error('datasource/role-not-bound', name, position, message));
    }
    return findings;
  });
}

/** Checks the rules of a pack against each other, and against the families that it declares as recorded. */
export function checkRuleFacts(rules: readonly RuleFacts[], pack: Pack): readonly Finding[] {
  return [...duplicates(rules), ...recordedNowhere(rules, pack)];
}

function duplicates(rules: readonly RuleFacts[]): readonly Finding[] {
  const known = new Map<string, RuleFacts>();
  return rules.flatMap((rule) => {
    const key = stringify([rule.kind, rule.name, rule.ownLabels]);
    const before = known.get(key);
    known.set(key, rule);
    if (before === undefined) return [];
    const message = `two rules have this name and the same labels: the other one is at ${printPosition(before.position)}; remove one, or give it another label`;
    return [error('rule/duplicate', `${rule.file}: ${rule.subject}`, rule.position, message)];
  });
}

function recordedNowhere(rules: readonly RuleFacts[], pack: Pack): readonly Finding[] {
  const written = new Set(rules.filter(({ kind, loaded }) => kind === 'record' && loaded).map(({ name }) => name));
  return pack.metrics.flatMap(({ family }) =>
    family.origin !== 'recorded' || written.has(family.name)
      ? []
      : [
          error(
            'rule/unknown-recording-rule',
            family.name,
            family.position ?? pack.position,
            `${family.name} is declared as recorded, but no rule file that a server loads records it: add record(…) to one`,
          ),
        ],
  );
}

function error(id: string, subject: string, position: Position, message: string): Finding {
  return { id, severity: 'error', subject, position, message };
}

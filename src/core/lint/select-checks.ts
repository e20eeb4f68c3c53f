import { Failure } from '../model/failure.js';
import type { Severity } from '../model/finding.js';
import type { LintLevel } from '../model/lint-settings.js';
import type { Position } from '../model/position.js';
import { nearest } from '../text/nearest.js';
import type { Check } from './check.js';

/** Which checks run, and how severe they are. Names are ids of checks, or groups. */
export interface CheckSelection {
  /** How severe findings are; the id wins over the group. */
  readonly severity?: { readonly [check: string]: LintLevel };
  /** Only these. Default: all. */
  readonly only?: readonly string[];
  /** All but these. */
  readonly skip?: readonly string[];
}

/** A check that runs, and how severe its findings are; undefined where the check itself decides. */
export interface SelectedCheck {
  readonly check: Check;
  readonly severity: Severity | undefined;
}

const levels: Readonly<Record<LintLevel, Severity | 'off'>> = {
  off: 'off',
  note: 'note',
  warn: 'warning',
  warning: 'warning',
  error: 'error',
};

/**
 * Selects the checks that run.
 *
 * @throws Failure where a name is neither a check nor a group, or a level is none
 */
export function selectChecks(checks: readonly Check[], selection: CheckSelection): readonly SelectedCheck[] {
  const { severity = {}, only = [], skip = [] } = selection;
  assertSeverity(severity, checks, undefined);
  for (const name of [...only, ...skip]) assertKnown(name, checks, undefined);
  return checks.flatMap((check): readonly SelectedCheck[] => {
    if (only.length > 0 && !only.some((name) => isNamed(check.id, name))) return [];
    if (skip.some((name) => isNamed(check.id, name))) return [];
    const level = severity[check.id] ?? severity[groupOf(check.id)];
    if (level === undefined && check.isOff === true && only.length === 0) return [];
    const chosen = level === undefined ? undefined : levels[level];
    return chosen === 'off' ? [] : [{ check, severity: chosen }];
  });
}

/**
 * Sees to it that severities are those of checks, and that they are some.
 *
 * @param position where the configuration is
 * @throws Failure where one is not
 */
export function assertSeverity(
  severity: Readonly<Record<string, LintLevel>>,
  checks: readonly Check[],
  position: Position | undefined,
): void {
  for (const [name, level] of Object.entries(severity)) {
    assertKnown(name, checks, position);
    if (!Object.hasOwn(levels, level)) {
      throw new Failure(`the severity of ${name} is ${JSON.stringify(level)}, which is none`, {
        next: `write one of ${Object.keys(levels).join(', ')}`,
        position,
      });
    }
  }
}

/** True where a name means a check: it is its id, or its group. */
export function isNamed(id: string, name: string): boolean {
  return id === name || groupOf(id) === name;
}

/** The hint at the end of a sentence about a name that is neither a check nor a group; undefined where it is one. */
export function unknownCheck(name: string, checks: readonly Check[]): string | undefined {
  const ids = checks.map(({ id }) => id);
  const groups = [...new Set(ids.map(groupOf))];
  if (ids.includes(name) || groups.includes(name)) return undefined;
  const meant =
    nearest(name, [...ids, ...groups]) ?? ids.find((id) => id.endsWith(`/${name.slice(name.indexOf('/') + 1)}`));
  return meant === undefined ? `the groups are ${groups.join(', ')}` : `did you mean "${meant}"?`;
}

function assertKnown(name: string, checks: readonly Check[], position: Position | undefined): void {
  const hint = unknownCheck(name, checks);
  if (hint === undefined) return;
  throw new Failure(`there is no check "${name}": ${hint}`, {
    next: 'write the id of a check, as promql/rate-on-gauge, or a group: docs/checks has them all',
    position,
  });
}

function groupOf(id: string): string {
  return id.slice(0, Math.max(id.indexOf('/'), 0));
}

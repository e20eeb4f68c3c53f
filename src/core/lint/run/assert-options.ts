import { Failure } from '../../model/failure.js';
import type { LintOptions } from '../../model/lint-settings.js';
import type { Position } from '../../model/position.js';
import { nearest } from '../../text/nearest.js';
import type { Check } from '../check.js';
import { unknownCheck } from '../select-checks.js';
import type { OptionShape } from '../options/check-options.js';

/**
 * Sees to it that checks are told only what they can be told.
 *
 * @param position where the configuration is
 * @throws Failure that names the check, the option and what is allowed
 */
export function assertOptions(options: LintOptions, checks: readonly Check[], position: Position | undefined): void {
  for (const [id, told] of Object.entries(options)) {
    const check = checks.find((each) => each.id === id);
    if (check === undefined) {
      const hint = unknownCheck(id, checks) ?? 'it is a group, and options are those of one check';
      throw new Failure(`there is no check "${id}" that has options: ${hint}`, { next: see(undefined), position });
    }
    assertTold(check, told, position);
  }
}

function assertTold({ id, options }: Check, told: unknown, position: Position | undefined): void {
  const fail = (problem: string): Failure => new Failure(problem, { next: see(id), position });
  if (typeof told !== 'object' || told === null || Array.isArray(told)) {
    throw fail(`the options of ${id} are ${shown(told)}, not an object`);
  }
  const shape = options?.shape ?? {};
  for (const [name, value] of Object.entries(told)) {
    const option = Object.hasOwn(shape, name) ? shape[name] : undefined;
    if (option === undefined) throw fail(`${id} has no option "${name}": ${hintOf(name, shape)}`);
    if (!option.accepts(value)) {
      throw fail(`the option "${name}" of ${id} is ${shown(value)}: it must be ${option.allowed}`);
    }
  }
}

function hintOf(name: string, shape: OptionShape): string {
  const names = Object.keys(shape);
  if (names.length === 0) return 'it has none';
  const meant = nearest(name, names);
  return meant === undefined ? `it has ${names.join(', ')}` : `did you mean "${meant}"?`;
}

function see(id: string | undefined): string {
  return id === undefined
    ? 'docs/guides/lint.md lists the options of all checks'
    : `correct lint.options: docs/checks/${id}.md says what it can be told`;
}

function shown(value: unknown): string {
  if (value === undefined) return 'undefined';
  const written = typeof value === 'function' || typeof value === 'bigint' ? String(value) : JSON.stringify(value);
  return written.length > 80 ? `${written.slice(0, 80)}…` : written;
}

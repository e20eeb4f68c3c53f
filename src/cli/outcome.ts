import type { Finding, Severity } from '../core/model/finding.js';
import type { Fault } from './fault.js';
import type { Signal } from './interruption.js';
import type { FinishedBuild } from './stamp/stamp-build.js';

/** The findings and deeds of a command, as data. */
export interface Outcome {
  readonly findings: readonly Finding[];
  /** Findings that `report` tells people in its own words; reports for programs list them with the others. */
  readonly told: readonly Finding[];
  readonly faults: readonly Fault[];
  /** The unchecked things, and why. */
  readonly skipped: readonly SkippedGate[];
  /** The text that people read in any case, after the findings. */
  readonly report: string | Iterable<string>;
  /** The whole as Markdown, of a command that prints some. */
  readonly markdown?: Iterable<string>;
  /** The text that people read unless they asked for quiet. */
  readonly summary: string;
  /** The values that programs read besides: the first keys of the JSON document. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly signal?: Signal | undefined;
  /** The files that it was made of, absolute: of a command that can watch them. */
  readonly read?: readonly string[] | undefined;
  /** Waits for the outcome after this one, of a command that goes on; it is printed in turn. */
  readonly following?: (() => Promise<Outcome>) | undefined;
  /** The text that the same command line prints as long as nothing changes, and what must not change for that. */
  readonly again?: { readonly outcome: Outcome; readonly build: FinishedBuild } | undefined;
}

/** A check that was left out. */
export interface SkippedGate {
  readonly gate: string;
  readonly reason: string;
  /** The report tells people of it in its own words. */
  readonly isTold?: true;
}

/** The settings that an exit code depends on besides the outcome. */
export interface Strictness {
  /** The mildest severity that fails. */
  readonly failOn: Exclude<Severity, 'note'>;
  /** True where a gate that was left out fails. */
  readonly strict: boolean;
}

/** An outcome in which nothing happened, to build others from. */
export const nothing: Outcome = { findings: [], told: [], faults: [], skipped: [], report: '', summary: '', data: {} };

/** Findings that say the configuration does not fit together, rather than that a panel asks something wrong. */
const configuration =
  /^(?:pack|catalog)\/|^datasource\/(?:role-not-bound|not-provisioned|two-defaults|duplicate-uid|wrong-type)$|^dashboard\/(?:duplicate-uid|shared-folder)$|^rule\/duplicate-file$/;

/** The exit code: 2 for wrong usage or configuration, else 3 for what could not be checked, else 1 for findings, else 0. */
export function exitCode(outcome: Outcome, { failOn = 'error', strict = false }: Partial<Strictness>): number {
  const { faults, findings, told, skipped, signal } = outcome;
  if (signal !== undefined) return signal === 'SIGINT' ? 130 : 143;
  const isMisconfigured = findings.some(({ id, severity }) => severity === 'error' && configuration.test(id));
  if (isMisconfigured || faults.some((fault) => fault.exitCode === 2)) return 2;
  if (faults.length > 0 || (strict && skipped.length > 0)) return 3;
  const fails = ({ severity }: Finding): boolean => severity === 'error' || severity === failOn;
  return [...findings, ...told].some(fails) ? 1 : 0;
}

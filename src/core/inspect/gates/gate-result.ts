import type { Exchange } from '../ask/exchange.js';

/** The verdict of a gate. Only what was looked at and found well passes. */
export type Verdict = 'pass' | 'fail' | 'skip';

/** The result of a gate, and how it was found out. */
export interface GateResult {
  /** The name of the gate, as `<subject>.<question>`: `grafana.health`. */
  readonly check: string;
  /** Of what: a uid, an address, a job. Without spaces, so that a line can be cut into words. */
  readonly subject: string;
  readonly verdict: Verdict;
  /** One line: what was found. */
  readonly message: string;
  /** More lines. */
  readonly details?: readonly string[];
  /** The next step: of everything that did not pass. */
  readonly next?: string;
  /** Somebody asked for it, and it could not be checked: the command exits with 3. */
  readonly isMissed?: true;
  /** The questions to servers, and their answers. */
  readonly exchanges?: readonly Exchange[];
}

/** The result of a gate, for whoever knows its name. */
export type Found = Omit<GateResult, 'check' | 'subject' | 'exchanges'>;

/** It is well. */
export function passed(message: string, details?: readonly string[]): Found {
  return { verdict: 'pass', message, ...(details === undefined ? {} : { details }) };
}

/** It is not well. */
export function failed(message: string, next: string, details: readonly string[] = []): Found {
  return { verdict: 'fail', message, next, ...(details.length === 0 ? {} : { details }) };
}

/** It was not checked. */
export function skipped(message: string, next: string): Found {
  return { verdict: 'skip', message, next };
}

/** It is well where nothing is wrong. `problems`: a sentence each. */
export function judged(problems: readonly string[], good: string, bad: string, next: string): Found {
  return problems.length === 0 ? passed(good) : failed(bad, next, problems);
}

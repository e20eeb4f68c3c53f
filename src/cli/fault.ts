import type { Failure } from '../core/model/failure.js';
import type { Finding } from '../core/model/finding.js';
import { printPosition, type Position } from '../core/model/position.js';

/** The reason that kept a command from doing its work, as data: wrong usage or configuration (2), or something that could not be checked (3). */
export interface Fault {
  readonly message: string;
  readonly next: string;
  readonly position?: Position | undefined;
  readonly exitCode: 2 | 3;
}

/** Ends a command with one or several faults. */
export class FaultsError extends Error {
  override readonly name = 'FaultsError';
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[], cause?: unknown) {
    super(faults.map(({ message }) => message).join('\n'), { cause });
    this.faults = faults;
  }
}

/** A failure of the core as a fault. */
export function faultOf({ message, next, position, exitCode }: Failure): Fault {
  return { message, next, position, exitCode };
}

/** Prints faults for people, a line each; neighbours that share their next step name it once. */
export function printFaults(faults: readonly Fault[]): string {
  const lines = faults.flatMap(({ message, next, position }, index) => [
    `${position === undefined ? '' : `${printPosition(position)}: `}${message}`,
    ...(faults[index + 1]?.next === next ? [] : [`  next: ${next}`]),
  ]);
  return lines.map((line) => `${line}\n`).join('');
}

/** A fault as the finding that reports for programs show. */
export function findingOf({ message, next, position, exitCode }: Fault): Finding {
  return {
    id: exitCode === 2 ? 'run/configuration' : 'run/not-checked',
    severity: 'error',
    message,
    subject: '',
    fix: next,
    ...(position === undefined ? {} : { position }),
  };
}

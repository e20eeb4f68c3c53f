import type { Position } from './position.js';

/** The details of a `Failure` besides its message. */
export interface FailureDetails {
  /** The next step that the reader can take. */
  readonly next: string;
  /** The line that is to blame, where it is known. */
  readonly position?: Position | undefined;
  readonly cause?: unknown;
}

/**
 * The reader did something that cannot work, or the machine refused: a message, a place and a next step, never a
 * stack trace. The command line prints it and exits with `exitCode`: 2 for wrong usage or configuration, 3 for what
 * could not be checked.
 */
export class Failure extends Error {
  override readonly name: string = 'Failure';
  readonly exitCode: 2 | 3 = 2;
  readonly next: string;
  readonly position: Position | undefined;

  constructor(message: string, details: FailureDetails) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.next = details.next;
    this.position = details.position;
  }
}

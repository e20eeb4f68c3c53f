import { Failure } from '../model/failure.js';

/**
 * Why a server gave no answer that can be used: nobody listens (`refused`), no way leads there (`unreachable`), it took
 * too long, its certificate is not trusted, it answers with a status that is not a success, with too much, with something
 * that is no JSON, or with JSON of another shape than is documented.
 */
export type LiveFailureKind =
  'refused' | 'unreachable' | 'timeout' | 'tls' | 'status' | 'redirect' | 'too large' | 'not JSON' | 'shape';

/** The details of a `LiveFailure` besides its message. */
export interface LiveFailureDetails {
  readonly next: string;
  /** The HTTP status, where there was one. */
  readonly status?: number | undefined;
  readonly cause?: unknown;
}

/** A server could not be asked. It is not a finding about what would have been asked: commands exit with 3. */
export class LiveFailure extends Failure {
  override readonly name = 'LiveFailure';
  override readonly exitCode = 3;
  readonly kind: LiveFailureKind;
  readonly status: number | undefined;

  constructor(kind: LiveFailureKind, message: string, { next, status, cause }: LiveFailureDetails) {
    super(message, { next, cause });
    this.kind = kind;
    this.status = status;
  }
}

const noAnswer: ReadonlySet<LiveFailureKind> = new Set(['refused', 'unreachable', 'tls', 'redirect']);

/** True where an error means that asking the same server something else would fail too. */
export function isServerGone(error: unknown): error is LiveFailure {
  if (!(error instanceof LiveFailure)) return false;
  return noAnswer.has(error.kind) || error.status === 401 || error.status === 403;
}

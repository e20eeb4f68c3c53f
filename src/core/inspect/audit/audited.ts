import type { Position } from '../../model/position.js';
import type { Cause } from '../cause/cause.js';

/**
 * The outcome of asking a query: `data`; `quiet`, nothing to show at present, which for an alert is what one hopes for;
 * `empty`; `error`, which the server answers; or it could not be asked.
 */
export type AuditStatus = 'data' | 'quiet' | 'empty' | 'error' | 'not asked';

/** The kind of thing that a query belongs to. */
export type AuditOwner = 'panel' | 'variable' | 'annotation' | 'alert' | 'record';

/** A query and where it stands. */
export interface AuditedQuery {
  readonly owner: AuditOwner;
  /** Its file. */
  readonly source: string;
  readonly dashboard?: { readonly uid?: string; readonly title: string };
  readonly panel?: { readonly id?: number; readonly title: string };
  /** Its ref id, or the name of the variable, annotation or rule. */
  readonly name: string;
  /** As it is written, with variables. */
  readonly expr: string;
  readonly position?: Position | undefined;
}

/** A failure in words. */
interface Fault {
  readonly message: string;
  readonly next: string;
}

/** The outcome of asking a query, with its details. */
export interface QueryReport {
  readonly query: AuditedQuery;
  readonly status: AuditStatus;
  /** As it was asked; absent where it was not. */
  readonly asked?: string | undefined;
  /** The server, as messages name it. */
  readonly server?: string | undefined;
  readonly series: number;
  /** From the question to the answer. */
  readonly milliseconds: number;
  /** How many samples the server read, where it says so. */
  readonly samples?: number | undefined;
  /** The server's error, or the reason why nobody asked it. */
  readonly message?: string | undefined;
  /** Why the server could not be asked: it is gone, or took too long. */
  readonly failure?: Fault | undefined;
  /** Why nothing came. */
  readonly cause?: Cause | undefined;
}

/** Something that has no query that could be asked here, and why. */
export interface LeftOut {
  readonly what: string;
  readonly reason: string;
}

/** The outcome of an audit. */
export interface AuditReport {
  readonly queries: readonly QueryReport[];
  readonly leftOut: readonly LeftOut[];
}

import type { OtherQueryFacts } from '../dashboard/facts.js';
import type { Position } from '../model/position.js';

/** A rule and its query, as assembled. */
export interface RuleFacts extends OtherQueryFacts {
  readonly kind: 'alert' | 'record';
  /** The alert's name, or that of the series it writes. */
  readonly name: string;
  readonly group: string;
  /** The name of its file. */
  readonly file: string;
  /** True where a server loads it. */
  readonly loaded: boolean;
  /** Its own labels. */
  readonly ownLabels: Readonly<Record<string, string>>;
  /** Of an alert: how long it must hold, a PromQL duration. */
  readonly for: string | undefined;
  /** Of an alert: what has happened, in a line. */
  readonly summary: string | undefined;
  /** How many tests it has. */
  readonly tests: number;
  /** Their names. */
  readonly testNames: readonly string[];
  readonly position: Position;
}

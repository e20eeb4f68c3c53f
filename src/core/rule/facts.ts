import type { OtherQueryFacts } from '../dashboard/facts.js';
import type { Position } from '../model/position.js';

/** What a rule is and asks. */
export interface RuleFacts extends OtherQueryFacts {
  readonly kind: 'alert' | 'record';
  /** The alert's name, or that of the series it writes. */
  readonly name: string;
  readonly group: string;
  /** The name of its file. */
  readonly file: string;
  /** Whether a server loads it. */
  readonly loaded: boolean;
  /** Its own labels. */
  readonly ownLabels: Readonly<Record<string, string>>;
  /** Of an alert: how long it must hold, a PromQL duration. */
  readonly for: string | undefined;
  /** Of an alert: what has happened, in a line. */
  readonly summary: string | undefined;
  /** How many tests it has. */
  readonly tests: number;
  /** What they are called. */
  readonly testNames: readonly string[];
  readonly position: Position;
}

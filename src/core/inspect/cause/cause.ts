/** Why a query returns nothing, in the order in which it is looked for. */
export type CauseKind =
  | 'target-down'
  | 'not-scraped'
  | 'waiting-for-producer'
  | 'wrong-scope'
  | 'never-seen'
  | 'no-alerts'
  | 'label-value'
  | 'no-such-series'
  | 'no-samples'
  | 'too-few-samples'
  | 'divided-by-nothing'
  | 'filtered'
  | 'no-match'
  | 'variable-empty'
  | 'masked'
  | 'unknown';

/** Why a query returns nothing, found by asking. */
export interface Cause {
  readonly kind: CauseKind;
  /** The state of things. */
  readonly sentence: string;
  /** The next step. */
  readonly next: string;
}

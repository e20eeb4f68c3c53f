/** Queries of a dashboard: panels as `row/panel`, by their keys; variables as `$name`; annotations by their names. */
export interface ExpectedPlaces {
  /** The uid of the dashboard. */
  readonly dashboard: string;
  readonly places: readonly string[];
  /** Why, in a sentence for readers. */
  readonly because: string;
}

/** The options of a proof of queries that do not return what others do while all is well. */
export type Expectation =
  | ({ readonly kind: 'only in'; readonly scenario: string } & ExpectedPlaces)
  | ({ readonly kind: 'elsewhere' } & ExpectedPlaces)
  | ({ readonly kind: 'values'; readonly low: number; readonly high: number } & ExpectedPlaces);

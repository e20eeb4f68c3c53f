/** Queries of a dashboard: panels as `row/panel`, by their keys; variables as `$name`; annotations by their names. */
export interface ExpectedPlaces {
  /** The uid of the dashboard. */
  readonly dashboard: string;
  readonly places: readonly string[];
  /** Why, in a sentence for readers. */
  readonly because: string;
}

/** The options of a proof of queries that do not return what others do while all is well. */
export type QueryExpectation =
  | ({ readonly kind: 'only in'; readonly scenario: string } & ExpectedPlaces)
  | ({ readonly kind: 'elsewhere' } & ExpectedPlaces)
  | ({ readonly kind: 'values'; readonly low: number; readonly high: number } & ExpectedPlaces);

/** A blind spot that is accepted: scenarios that no panel of the pack's home dashboard shows, or that no alert tells. */
export interface AcceptedBlindSpot {
  readonly kind: 'no panel tells' | 'no alert tells';
  readonly scenarios: readonly string[];
  /** Why, in a sentence for readers. */
  readonly because: string;
}

/** The options of a proof: of queries, and of scenarios. */
export type Expectation = QueryExpectation | AcceptedBlindSpot;

import type { TimeRange } from '../interpolate/time-range.js';

/** A query as a server is asked it. */
export interface Question {
  readonly expr: string;
  readonly range: TimeRange;
  /** The distance of points in seconds; absent: asked once, at the end of the range. */
  readonly step?: number | undefined;
}

/** The answer of a server: how many series, or what is wrong. */
export type Answer =
  | {
      /** `nan`: there are series, and every value is NaN. */
      readonly status: 'data' | 'empty' | 'nan';
      readonly series: number;
      readonly milliseconds: number;
      readonly samples: number | undefined;
      /** The values of a question that was asked once, by their labels. */
      readonly values: readonly AnsweredValue[];
    }
  | { readonly status: 'error'; readonly message: string; readonly milliseconds: number };

/** One value of an answer. */
export interface AnsweredValue {
  readonly labels: Readonly<Record<string, string>>;
  readonly time: number;
  readonly value: number;
}

import type { JsonPath } from '../json-path.js';

/** Where a value stands in a text. */
export interface ValuePlace {
  readonly from: number;
  readonly to: number;
  /** True where it is the value that was asked for, not one around it. */
  readonly exact: boolean;
  /** Of a string: where a unit of its value stands in the text. */
  readonly inside: ((offset: number) => number) | undefined;
}

/** A text in which values can be found by their path. */
export interface TextLayer {
  /** The place of a value, or, where there is none, of the nearest one around it. */
  find(path: JsonPath): ValuePlace;
}

/** The way to a value in a document: keys of objects and places in lists. */
export type JsonPath = readonly (string | number)[];

/** A part of a text, in UTF-16 units: from the first, to behind the last. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

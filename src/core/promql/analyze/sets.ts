// The set methods of ES2025, which Node 20 does not have.

/** What is in either of two sets, in their order. */
export function union<T>(left: Iterable<T>, right: Iterable<T>): ReadonlySet<T> {
  return new Set([...left, ...right]);
}

/** What is in both of two sets, in the order of the first. */
export function intersection<T>(left: Iterable<T>, right: ReadonlySet<T>): ReadonlySet<T> {
  return new Set([...left].filter((item) => right.has(item)));
}

/** What is in the first of two sets only. */
export function difference<T>(left: Iterable<T>, right: ReadonlySet<T>): ReadonlySet<T> {
  return new Set([...left].filter((item) => !right.has(item)));
}

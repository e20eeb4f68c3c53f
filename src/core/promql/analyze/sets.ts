// The set methods of ES2025, which Node 20 does not have.

/** The members of either of two sets, in their order. */
export function union<T>(left: Iterable<T>, right: Iterable<T>): ReadonlySet<T> {
  return new Set([...left, ...right]);
}

/** The members of both of two sets, in the order of the first. */
export function intersection<T>(left: Iterable<T>, right: ReadonlySet<T>): ReadonlySet<T> {
  return new Set([...left].filter((item) => right.has(item)));
}

/** The members of the first of two sets only. */
export function difference<T>(left: Iterable<T>, right: ReadonlySet<T>): ReadonlySet<T> {
  return new Set([...left].filter((item) => !right.has(item)));
}

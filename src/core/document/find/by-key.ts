/** Values by a key, in the order in which their keys come first. No list is empty. */
export function byKey<Value>(
  values: readonly Value[],
  keyOf: (value: Value) => string,
): readonly (readonly [first: Value, ...others: Value[]])[] {
  const groups = new Map<string, [Value, ...Value[]]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return [...groups.values()];
}

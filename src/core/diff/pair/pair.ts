/** The parts of two lists that belong together, in the order of the second; and those that stand alone. */
export interface Pairs<Part> {
  readonly both: readonly { readonly before: Part; readonly after: Part }[];
  readonly gone: readonly Part[];
  readonly come: readonly Part[];
}

/** A way to find the counterpart of a part: parts with one key belong together. Undefined or empty where it has none. */
export type KeyOf<Part> = (part: Part, index: number) => string | undefined;

/**
 * Pairs the parts of two lists in turns: first by the surest key, what is left by the next one. Of several parts with
 * one key, the first belongs to the first.
 */
export function pair<Part>(
  before: readonly Part[],
  after: readonly Part[],
  turns: readonly KeyOf<Part>[],
): Pairs<Part> {
  const partners = new Map<number, number>();
  const taken = new Set<number>();
  for (const keyOf of turns) {
    const open = new Map<string, number[]>();
    for (const [index, part] of before.entries()) {
      const key = taken.has(index) ? undefined : keyOf(part, index);
      if (key !== undefined && key !== '') open.set(key, [...(open.get(key) ?? []), index]);
    }
    for (const [index, part] of after.entries()) {
      const key = partners.has(index) ? undefined : keyOf(part, index);
      const partner = key === undefined || key === '' ? undefined : open.get(key)?.shift();
      if (partner === undefined) continue;
      partners.set(index, partner);
      taken.add(partner);
    }
  }
  const both = after.flatMap((part, index) => {
    const partner = partners.get(index);
    const counterpart = partner === undefined ? undefined : before[partner];
    return counterpart === undefined ? [] : [{ before: counterpart, after: part }];
  });
  return {
    both,
    gone: before.filter((_part, index) => !taken.has(index)),
    come: after.filter((_part, index) => !partners.has(index)),
  };
}

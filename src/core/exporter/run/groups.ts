import type { SeriesStore } from './series-store.js';

/** The value of every bounded label of what has no place of its own. */
const overflow = '__overflow__';

/** After so many seconds without an event a group gives its place to a new one, where places are short. */
export const idleAfter = 3600;

type Labels = Readonly<Record<string, string>>;

interface Group {
  readonly store: SeriesStore;
  seenAt: number;
}

/** The counts of what happened to groups. */
export interface GroupCounts {
  /** Groups that have series of their own now. */
  readonly size: number;
  /** Events counted under the overflow. */
  readonly overflowed: number;
  /** Groups that gave their place away. */
  readonly retired: number;
}

/** Groups of series, one for each combination of labels that events choose: never more than there are places. */
export interface Groups {
  /** The group of a combination: its own, or that of the overflow. `seenAt` in Unix seconds. */
  take(labels: Labels, seenAt: number): SeriesStore;
  /** A group that never gives way and takes no place. */
  pin(labels: Labels): SeriesStore;
  readonly counts: () => GroupCounts;
}

/**
 * Makes groups. Who comes first has a place; when all are taken, those without an event for an hour lose theirs, and
 * where there is none, the event counts under the overflow. A counter so never starts again while it is in use.
 *
 * @param names of the labels, in the order of their values in the key
 */
export function createGroups(names: readonly string[], most: number, create: (labels: Labels) => SeriesStore): Groups {
  const pinned = new Map<string, SeriesStore>();
  const groups = new Map<string, Group>();
  let newest = -Infinity;
  let oldest = Infinity;
  let overflowed = 0;
  let retired = 0;

  const keyOf = (labels: Labels): string => names.map((name) => labels[name] ?? '').join('\n');
  const pin = (labels: Labels): SeriesStore => {
    const key = keyOf(labels);
    const store = pinned.get(key) ?? groups.get(key)?.store ?? create(labels);
    groups.delete(key);
    pinned.set(key, store);
    return store;
  };
  const retire = (): void => {
    oldest = Infinity;
    for (const [key, { store, seenAt }] of groups) {
      if (newest - seenAt < idleAfter) {
        oldest = Math.min(oldest, seenAt);
        continue;
      }
      store.remove();
      groups.delete(key);
      retired += 1;
    }
  };

  return {
    pin,
    take(labels, seenAt) {
      const key = keyOf(labels);
      newest = Math.max(newest, seenAt);
      const known = groups.get(key);
      if (known !== undefined) {
        known.seenAt = Math.max(known.seenAt, seenAt);
        return known.store;
      }
      const own = pinned.get(key);
      if (own !== undefined) return own;
      // `oldest` may be too old by now, never too young: looking through all groups for nothing is rare.
      if (groups.size >= most && newest - oldest >= idleAfter) retire();
      if (groups.size >= most) {
        overflowed += 1;
        return pin(Object.fromEntries(names.map((name) => [name, overflow])));
      }
      oldest = Math.min(oldest, seenAt);
      const store = create(labels);
      groups.set(key, { store, seenAt });
      return store;
    },
    counts: () => ({ size: groups.size, overflowed, retired }),
  };
}

import type { PanelLook } from './look.js';

/** A panel that somebody sees otherwise than while all is well. */
export interface SeenChange {
  readonly place: string;
  readonly id: number | undefined;
  readonly title: string;
  /** The difference in words: `"UP" in green → "DOWN" in red`. */
  readonly how: string;
}

/**
 * The panels that look otherwise: another word or colour, data that came or went, a series that came or went.
 *
 * @param well the panels at several times at which all is well: what changes by itself is no sign of anything
 */
export function compareLooks(
  well: readonly (readonly PanelLook[])[],
  now: readonly PanelLook[],
): readonly SeenChange[] {
  return now.flatMap(({ place, id, title, seen }) => {
    const before = well.flatMap((looks) => looks.filter((look) => look.place === place));
    const ways = before.map((look) => difference(look.seen, seen));
    const [how] = ways;
    return how === undefined || ways.includes(undefined) ? [] : [{ place, id, title, how }];
  });
}

type Seen = PanelLook['seen'];

function difference(before: Seen, after: Seen): string | undefined {
  if (before.size === 0 && after.size === 0) return undefined;
  if (after.size === 0) return 'no data';
  if (before.size === 0) return 'has data';
  // Where there is one series, the viewer does not look at its name.
  if (before.size === 1 && after.size === 1) return changed([...before.values()][0], [...after.values()][0]);
  for (const [name, text] of after) {
    const how = before.has(name) ? changed(before.get(name), text) : 'appears';
    if (how !== undefined) return `${JSON.stringify(name)}: ${how}`;
  }
  const gone = [...before.keys()].find((name) => !after.has(name));
  return gone === undefined ? undefined : `${JSON.stringify(gone)} is gone`;
}

function changed(before = '', after = ''): string | undefined {
  return before === after ? undefined : `${before === '' ? 'a number' : before} → ${after === '' ? 'a number' : after}`;
}

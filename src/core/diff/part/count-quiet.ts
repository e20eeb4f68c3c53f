import type { QuietChange } from '../change.js';

/** Counts members that changed where no viewer sees it, in the order in which they come first. */
export function countQuiet(members: readonly string[]): readonly QuietChange[] {
  const counts = new Map<string, number>();
  for (const member of members) counts.set(member, (counts.get(member) ?? 0) + 1);
  return [...counts].map(([what, count]) => ({ what, count }));
}

import { distance } from 'fastest-levenshtein';

/** Comparing takes the product of the lengths; nobody mistypes a longer name. */
const longest = 200;

/** The candidate that a misspelt name most probably means; undefined where none is near, or the name is very long. */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  if (name.length > longest) return undefined;
  const most = name.length < 4 ? 1 : Math.max(2, Math.floor(name.length / 3));
  let best: string | undefined;
  let least = most + 1;
  for (const candidate of candidates) {
    const longer = Math.abs(candidate.length - name.length);
    if (longer > most) continue;
    // Of two equally near, the one of the same length: letters are swapped more often than left out.
    const edits = distance(name, candidate) + (longer === 0 ? 0 : 0.5);
    if (edits < least) [best, least] = [candidate, edits];
  }
  return best;
}

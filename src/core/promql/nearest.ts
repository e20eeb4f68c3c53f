import { distance } from 'fastest-levenshtein';

/** The candidate that a misspelt name most probably means, or undefined where none is near. */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
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

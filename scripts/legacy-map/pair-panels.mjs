/**
 * Finds for each legacy panel the one that replaces it: the same title in the same row, else the same title elsewhere,
 * else those that a correction names.
 *
 * @param successors gives the titles that a correction of a panel names
 */
export function pairPanels(before, now, successors) {
  const free = new Set(now);
  const pairs = before.map((panel) => ({ panel, others: [] }));
  const rounds = [
    (panel, other) => other.title === panel.title && other.row === panel.row,
    (panel, other) => other.title === panel.title && !successors(panel).includes('nothing'),
    (panel, other) => successors(panel).includes(other.title),
  ];
  for (const [round, fits] of rounds.entries()) {
    for (const { panel, others } of pairs) {
      if (others.length > 0) continue;
      const found = [...free].filter((other) => fits(panel, other));
      const taken = round === 2 ? found : found.slice(0, 1);
      for (const other of taken) free.delete(other);
      others.push(...taken);
    }
  }
  return { pairs, added: [...free] };
}

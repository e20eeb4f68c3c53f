const offset = 0x811c9dc5;
const prime = 0x01000193;

/**
 * The id of a panel: a 31-bit FNV-1a hash of its row's key and its own, so that it survives insertion, reordering and
 * new titles. A row's own id is that of its key alone. Never 0.
 */
export function panelId(rowKey: string, panelKey?: string): number {
  let hash = offset;
  for (const character of panelKey === undefined ? rowKey : `${rowKey}/${panelKey}`) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), prime);
  }
  return hash & 0x7fffffff || 1;
}

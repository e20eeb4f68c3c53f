import { generalNames } from './general.mjs';

const kinds = ['panels', 'queries', 'variables', 'links', 'annotations', 'rows'];

/** What was mapped, one line a dashboard; how often each general correction was used there; and what is lost. */
export function printReport(maps, general, losses) {
  const ids = [...general.uses.keys()];
  return [
    'legacy = kept + corrected; of queries: legacy = kept + kept but for general corrections + corrected',
    printTable([
      ['dashboard', ...kinds],
      ...maps.map(({ uid, counts }) => [uid, ...kinds.map((kind) => printCounts(kind, counts[kind]))]),
    ]),
    'general corrections',
    printTable([
      ['', 'name', 'used', ...maps.map(({ uid }) => uid.replace(/^peak-?trade-/, ''))],
      ...ids.map((id) => [
        id,
        generalNames[id],
        general.uses.get(id),
        ...maps.map(({ uses }) => (uses.get(id) === 0 ? '' : uses.get(id))),
      ]),
    ]),
    ...losses.map((loss) => `lost: ${loss}`),
    losses.length === 0 ? `nothing is lost in ${maps.length} dashboards` : `${losses.length} lost`,
  ].join('\n');
}

function printCounts(kind, counts) {
  if (counts === undefined) return '0';
  const parts = kind === 'queries' ? ['kept', 'general', 'corrected'] : ['kept', 'corrected'];
  return `${counts.legacy} = ${parts.map((part) => counts[part]).join(' + ')}`;
}

function printTable(rows) {
  const cells = rows.map((row) => row.map((cell) => String(cell ?? '')));
  const widths = cells[0].map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  const lines = cells.map((row) => row.map((cell, column) => cell.padEnd(widths[column])).join('  '));
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

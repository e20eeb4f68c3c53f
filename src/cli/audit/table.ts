/** A cell: numbers stand at the right. */
export type Cell = string | number | undefined;

/** Prints rows below each other, in columns that are as wide as they must be. */
export function printTable(rows: readonly (readonly Cell[])[], indent = ''): readonly string[] {
  const widths: number[] = [];
  const texts = rows.map((row) => row.map((cell) => (cell === undefined ? '-' : String(cell))));
  for (const row of texts)
    for (const [index, text] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, text.length);
  return texts.map((row, rowIndex) =>
    `${indent}${row
      .map((text, index) => {
        const width = widths[index] ?? 0;
        return isRight(rows, rowIndex, index) ? text.padStart(width) : text.padEnd(width);
      })
      .join('  ')}`.trimEnd(),
  );
}

/** A heading stands as what is below it. */
function isRight(rows: readonly (readonly Cell[])[], row: number, column: number): boolean {
  const cells = row === 0 ? rows.slice(1).map((each) => each[column]) : [rows[row]?.[column]];
  return column > 0 && cells.some((cell) => typeof cell === 'number' || cell === undefined);
}

/** Texts that Markdown shows as they are, and that prettier leaves alone. */
const plain = /^[\p{L}\p{N}(][\p{L}\p{N} .,:;/()—–…%≤≥→←↔'"=?!-]*$/u;
/** An underscore between word characters is plain too; at the edge of a word it would begin an emphasis. */
const insideWord = /(?<=[\p{L}\p{N}])_+(?=[\p{L}\p{N}])/gu;
/** The text that would begin a list or an ordered list at the start of a line. */
const listMarker = /^\d+[.)](?:\s|$)/;

/** A text in running Markdown: as it is where that is safe, else as code. */
export function inline(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return plain.test(line.replaceAll(insideWord, '')) && !listMarker.test(line) && !line.includes(' - ')
    ? line
    : code(line);
}

/** A text as code. */
export function code(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  const runs = new Set([...line.matchAll(/`+/g)].map(([run]) => run.length));
  let length = 1;
  while (runs.has(length)) length += 1;
  const fence = '`'.repeat(length);
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** A table, its columns aligned as prettier aligns them. Cells are Markdown on one line. */
export function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [head, ...rows].map((row) => row.map(escapePipes));
  const widths = head.map((_, column) => Math.max(3, ...cells.map((row) => widthOf(row[column] ?? ''))));
  const lineOf = (row: readonly string[]): string =>
    `| ${widths.map((width, column) => padded(row[column] ?? '', width)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  const [first = [], ...rest] = cells;
  return [lineOf(first), rule, ...rest.map(lineOf)].join('\n');
}

/** A bar ends a cell, also in code; behind a backslash there is no way to write one. */
function escapePipes(cell: string): string {
  return cell.replaceAll(/(?<=\\)\|/g, '¦').replaceAll('|', String.raw`\|`);
}

function padded(cell: string, width: number): string {
  return cell + ' '.repeat(width - widthOf(cell));
}

/** Columns that a text takes in a terminal font: East Asian characters and emoji take two. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/\p{M}|\p{Cf}/u.test(character)) continue;
    width += wide.test(character) ? 2 : 1;
  }
  return width;
}

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;

/** A number of things: `1 panel`, `2 panels`. */
export function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}

import { existsSync, readFileSync } from 'node:fs';

/**
 * Reads the page of corrections.
 *
 * - Under a heading `Everywhere`: a table of general corrections, `| G1 | legacy | now |`.
 * - Under a heading with a uid in backticks: a table `| subject | legacy | now |` of one dashboard.
 * - Under a heading `Not here yet`: a list of uids in backticks.
 */
export function readCorrections(file) {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  const general = [];
  const pending = [];
  const problems = [];
  const byUid = new Map();
  let section;
  for (const [index, line] of lines.entries()) {
    if (line.startsWith('#')) section = sectionOf(line);
    else if (section?.kind === 'pending') pending.push(...uidsIn(line));
    const cells = cellsOf(line);
    if (cells === undefined || section === undefined) continue;
    const place = `${file}:${index + 1}`;
    if (section.kind === 'general') general.push(cells[0]);
    else if (section.kind === 'dashboard') {
      const subject = parseSubject(cells[0]);
      if (subject === undefined) problems.push(`${place}: "${cells[0]}" is no subject of a correction`);
      else
        append(byUid, section.uid, {
          ...subject,
          place,
          wrote: cells[0],
          text: cells.slice(1).join(' '),
          now: cells[2] ?? '',
        });
    }
  }
  return { general, pending, problems, uids: [...byUid.keys()], of: (uid) => byUid.get(uid) ?? [] };
}

function sectionOf(heading) {
  if (/^#+ Everywhere$/.test(heading)) return { kind: 'general' };
  if (/^#+ Not here yet$/.test(heading)) return { kind: 'pending' };
  const [uid] = uidsIn(heading);
  return uid === undefined ? undefined : { kind: 'dashboard', uid };
}

function uidsIn(line) {
  return [...line.matchAll(/`([A-Za-z0-9_-]{1,40})`/g)].map((match) => match[1]);
}

/** The cells of a table's row; nothing for its head, its rule, and other lines. */
function cellsOf(line) {
  if (!line.startsWith('|')) return undefined;
  const cells = line
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim().replaceAll('\\|', '|'));
  const isHead = cells[0] === 'subject' || cells[0] === 'id' || /^:?-+:?$/.test(cells[0] ?? '');
  return isHead ? undefined : cells;
}

const subjectPattern =
  /^(?<kind>panel|variable|link|annotation|row) "(?<name>[^"]+)"(?: in row "(?<row>[^"]+)")?(?: query (?<query>[A-Z]+))?$/;

/** What a correction is about: `panel "Title" in row "Row" query A`, `variable "name"`, …, or `dashboard`. */
export function parseSubject(text) {
  if (text === 'dashboard') return { kind: 'dashboard' };
  return subjectPattern.exec(text)?.groups;
}

/** The things of a kind that a correction's last cell names, such as `panel "New title"`. */
export function namedIn(text, kind) {
  return [...text.matchAll(new RegExp(`${kind} "([^"]+)"`, 'g'))].map((match) => match[1]);
}

function append(map, key, value) {
  map.set(key, [...(map.get(key) ?? []), value]);
}

import { namedIn } from './read-corrections.mjs';

/**
 * The words one of which a correction must have to explain a difference, so that a line about a query does not also
 * explain a lost threshold. An aspect that is not listed needs none.
 */
const words = {
  visualisation: /visualis|shown as|table|stat\b|graph|bar gauge/i,
  row: /\brow\b/i,
  size: /size|wide|width|high|height/i,
  text: /text/i,
  description: /descri/i,
  unit: /unit|percent|second|\bms\b/i,
  mappings: /mapping|PRESENT|ACTIVE|UP\b|DOWN\b/,
  thresholds: /threshold|colou?r|green|red\b/i,
  links: /link/i,
  legend: /legend/i,
  instant: /now\b|instant|range/i,
  format: /format|table/i,
  datasource: /datasource|LOCAL|SHADOW|MAIN|AI_LIVE|909\d/,
};

/**
 * What differs in a dashboard, against the corrections of that dashboard. Lines about what the legacy does not have are
 * losses at once.
 */
export function openLedger(before, allLines) {
  const lines = allLines.filter((line) => isInLegacy(line, before));
  const strays = allLines.filter((line) => !lines.includes(line));
  const losses = strays.map((line) => `${line.place}: ${line.wrote}: the legacy has no such thing`);
  const counts = {};
  const used = new Set();
  const linesOf = (subject) => lines.filter((line) => isAbout(line, subject));

  /** Marks the lines that explain something as used, and says whether there are some. */
  function isCovered(covering) {
    for (const line of covering) used.add(line);
    return covering.length > 0;
  }

  /** Counts a thing of the legacy: as `kept`, `general` or `corrected`. */
  function tally(kind, what) {
    counts[kind] ??= { legacy: 0, kept: 0, general: 0, corrected: 0 };
    counts[kind].legacy += 1;
    counts[kind][what] += 1;
  }

  /** Enters differences: one that is not explained needs a line about the subject that says something of the aspect. */
  function enter(subject, differences) {
    const own = linesOf(subject);
    for (const difference of differences) {
      const covering = own.filter((line) => covers(line, difference));
      if (!isCovered(covering) && difference.isExplained !== true) losses.push(printLoss(subject, difference, own));
    }
  }

  return {
    lose: (text) => losses.push(text),
    tally,
    enter,
    /** Counts a thing as kept or corrected, and enters how it differs. */
    count(subject, differences) {
      const isKept = differences.every(({ isExplained }) => isExplained === true) && linesOf(subject).length === 0;
      tally(`${subject.kind}s`, isKept ? 'kept' : 'corrected');
      enter(subject, differences);
    },
    /** Something new needs a line that names it. */
    explainNew(kind, name) {
      const covering = lines.filter((line) => namedIn(line.now, kind).includes(name));
      if (!isCovered(covering)) losses.push(`${kind} "${name}" is new: no correction names it`);
    },
    /** The titles of the panels that corrections name in place of one. */
    successors: (panel) => linesOf(panelSubject(panel)).flatMap((line) => namedIn(line.now, 'panel')),
    /** What was counted and what is lost; a line that was not used corrects nothing. */
    close() {
      const idle = lines.filter((line) => !used.has(line));
      losses.push(...idle.map((line) => `${line.place}: ${line.wrote}: corrects nothing, it is as it was`));
      return { losses: [...new Set(losses)], counts };
    },
  };
}

/** A panel as the subject of corrections. */
export function panelSubject({ title, row }) {
  return { kind: 'panel', name: title, row };
}

function isAbout(line, { kind, name, row }) {
  return line.kind === kind && line.name === name && (line.row === undefined || line.row === row);
}

function covers(line, { aspect, query, word }) {
  if (line.query !== undefined && line.query !== query) return false;
  if (word !== undefined) return line.text.toLowerCase().includes(word.toLowerCase());
  return words[aspect]?.test(line.text) ?? true;
}

function printLoss({ kind, name, row }, { query, text }, lines) {
  const subject = kind === 'dashboard' ? kind : `${kind} "${name}"`;
  const where = `${row === undefined ? '' : ` in row "${row}"`}${query === undefined ? '' : ` query ${query}`}`;
  const places = lines.map(({ place }) => place).join(', ');
  return `${subject}${where}: ${text}: no correction${places === '' ? '' : ` that says so among ${places}`}`;
}

function isInLegacy(line, before) {
  const things = {
    dashboard: [{}],
    row: before.rows.map((name) => ({ name })),
    panel: before.panels.map((panel) => ({
      name: panel.title,
      row: panel.row,
      queries: panel.queries.map(({ refId }) => refId),
    })),
    variable: before.variables,
    link: before.links.map(({ title }) => ({ name: title })),
    annotation: before.annotations,
  };
  return things[line.kind].some(
    ({ name, row, queries }) =>
      name === line.name &&
      (line.row === undefined || line.row === row) &&
      (line.query === undefined || queries?.includes(line.query) === true),
  );
}

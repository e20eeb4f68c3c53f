/** A unit that a title says. */
export interface TitleUnit {
  /** Grafana's id of it. */
  readonly id: string;
  /** The word that says it. */
  readonly word: string;
}

/** How titles say units: in brackets, behind `in`, or with a sign of its own. */
const words: readonly (readonly [id: string, pattern: RegExp])[] = [
  ['reqpm', /\b(?:req(?:uest)?s?) ?(?:\/|per) ?min(?:ute)?\b/i],
  ['cpm', /(?:\bper |\/ ?)min(?:ute)?\b/i],
  ['reqps', /\b(?:req(?:uest)?s?) ?(?:\/|per) ?s(?:ec(?:ond)?)?\b/i],
  ['Bps', /\b(?:B|bytes) ?(?:\/|per) ?s(?:ec(?:ond)?)?\b/i],
  ['cps', /(?:\bper sec(?:ond)?|\/ ?s(?:ec(?:ond)?)?)\b/i],
  ['ms', /[([]ms[)\]]|\b(?:in )?(?:ms|milliseconds)$/i],
  ['s', /[([](?:s|sec|seconds)[)\]]|\bin seconds$/i],
  ['percent', /%/],
  ['bytes', /[([]bytes[)\]]|\bin bytes$/i],
];

/** A text that every pattern needs: most titles name no unit. */
const mayBeUnit = /[/%([]|per|\bin |ms$|milliseconds$/i;

/** The unit that a title says its numbers have. */
export function titleUnit(title: string): TitleUnit | undefined {
  if (!mayBeUnit.test(title)) return undefined;
  const isMinimum = /\b(?:max|avg|mean)/i.test(title); // "avg/min/max"
  for (const [id, pattern] of words) {
    if (isMinimum && id === 'cpm') continue;
    const word = pattern.exec(title)?.[0];
    if (word !== undefined) return { id, word: word.trim() };
  }
  return undefined;
}

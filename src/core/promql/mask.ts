import { hasVariable, variableAt } from './grafana-variable.js';

/** Where variables stand outside string literals, and so what a grammar that does not know them must read there. */
export type MaskPosition =
  'duration' | 'number' | 'metric name' | 'label name' | 'label value' | 'matcher' | 'function' | 'aggregation';

/** A word with variables in it, such as `$window`, `node_${kind}_total` or `${n}m`. */
export interface MaskedWord {
  readonly from: number;
  readonly to: number;
  readonly position: MaskPosition;
}

/** A query in which every word with variables is replaced by one of equal width that PromQL's grammar reads. */
export interface Masked {
  readonly text: string;
  readonly words: readonly MaskedWord[];
}

/** What stands for a word of a position, `width` characters wide and at least 2. */
const masks: Readonly<Record<MaskPosition, (width: number) => string>> = {
  duration: (width) => `${'1'.repeat(width - 1)}s`,
  number: (width) => '1'.repeat(width),
  'metric name': (width) => 'x'.repeat(width),
  'label name': (width) => 'x'.repeat(width),
  'label value': (width) => `"${'x'.repeat(width - 2)}"`,
  matcher: (width) => `"${'x'.repeat(width - 2)}"`,
  function: (width) => 'ln'.padEnd(width),
  aggregation: (width) => 'sum'.padEnd(width),
};

/** The bracket that is open where the scan stands. `call` is the masked word before a parenthesis. */
interface Bracket {
  readonly opens: '(' | '{' | '[';
  readonly labels: boolean;
  readonly call: number | undefined;
}

const labelClause = /^(?:by|without|on|ignoring|group_left|group_right)$/i;
const groupingClause = /\s*(?:by|without)\b/iy;
const wordCharacter = /[\w:]/;
const space = /\s/;
const inert = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"?|'[^'\\]*(?:\\[\s\S][^'\\]*)*'?|`[^`]*`?|#[^\n]*/y;

/**
 * What lezer-promql 0.315 does not read: names that JavaScript objects have by themselves, which it takes for keywords,
 * and numbers that end with a point.
 */
const trap = /^(?:(?:constructor|__proto__)|\d+\.)$/i;
const traps = /constructor|__proto__|\d\.(?!\d)/i;
const openNumber = /(?<![\w.])\d+\.(?![\w.$])/y;

/** Masks a query's variables by their position. Those inside string literals stay, being plain text to the grammar. */
export function mask(query: string): Masked {
  return hasVariable(query) || traps.test(query) ? new Scan(query).run() : { text: query, words: [] };
}

/** One pass over a query, from left to right. */
class Scan {
  private readonly query: string;
  private readonly words: { from: number; to: number; position: MaskPosition }[] = [];
  private readonly open: Bracket[] = [];
  private at = 0;
  /** The word or character before the place of the scan, without spaces and in lower case. */
  private last = '';
  /** The index of the masked word before the place of the scan, with nothing but spaces between. */
  private lastMasked: number | undefined;

  constructor(query: string) {
    this.query = query;
  }

  run(): Masked {
    while (this.at < this.query.length) this.step();
    let text = '';
    let end = 0;
    for (const { from, to, position } of this.words) {
      text += this.query.slice(end, from) + masks[position](to - from).slice(0, to - from);
      end = to;
    }
    return { text: text + this.query.slice(end), words: this.words };
  }

  private step(): void {
    const character = this.query[this.at] ?? '';
    inert.lastIndex = this.at;
    const skipped = inert.exec(this.query)?.[0];
    if (skipped !== undefined) this.take(skipped.length, skipped.startsWith('#') ? this.last : '"');
    else if (space.test(character)) this.at += 1;
    else if (wordCharacter.test(character) || variableAt(this.query, this.at) !== undefined) this.word();
    else if (character === '(' || character === '{' || character === '[') this.enter(character);
    else if (character === ')' || character === '}' || character === ']') this.leave(character);
    else this.take(1, isSign(character) && (this.last === 'offset' || this.last === '@') ? this.last : character);
  }

  private take(width: number, last: string): void {
    this.at += width;
    this.last = last;
    this.lastMasked = undefined;
  }

  private enter(opens: Bracket['opens']): void {
    const call = opens === '(' ? this.lastMasked : undefined;
    this.open.push({ opens, labels: opens === '(' && labelClause.test(this.last), call });
    this.take(1, opens);
  }

  private leave(closes: string): void {
    const bracket = this.open.pop();
    this.take(1, closes);
    const word = bracket?.call === undefined ? undefined : this.words[bracket.call];
    if (word?.position === 'function' && this.follows(groupingClause)) word.position = 'aggregation';
  }

  private follows(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    return pattern.test(this.query);
  }

  /** Takes the longest run of word characters and variables. */
  private word(): void {
    const from = this.at;
    let variables = 0;
    for (;;) {
      const variable = variableAt(this.query, this.at);
      if (variable !== undefined) {
        variables += 1;
        this.at = variable.to;
      } else if (wordCharacter.test(this.query[this.at] ?? '') && !this.isStepSeparator()) this.at += 1;
      else break;
    }
    if (this.at === from) this.at += 1;
    openNumber.lastIndex = from;
    if (openNumber.exec(this.query)?.[0].length === this.at + 1 - from) this.at += 1;
    const text = this.query.slice(from, this.at);
    const masked = variables > 0 || trap.test(text);
    if (masked) this.words.push({ from, to: this.at, position: this.position(text) });
    this.lastMasked = masked ? this.words.length - 1 : undefined;
    this.last = text.toLowerCase();
  }

  /** Whether the scan stands at the colon of a subquery. */
  private isStepSeparator(): boolean {
    return this.query[this.at] === ':' && this.open.at(-1)?.opens === '[';
  }

  private position(word: string): MaskPosition {
    const bracket = this.open.at(-1);
    if (bracket?.opens === '[') return 'duration';
    if (bracket?.opens === '{') return this.positionInBraces();
    if (bracket?.labels === true) return 'label name';
    return this.positionInExpression(word);
  }

  private positionInBraces(): MaskPosition {
    if (this.last === '=' || this.last === '~') return 'label value';
    return this.follows(/\s*[=!]/y) ? 'label name' : 'matcher';
  }

  private positionInExpression(word: string): MaskPosition {
    if (this.last === 'offset') return 'duration';
    if (this.last === '@') return 'number';
    if (this.follows(groupingClause)) return 'aggregation';
    if (this.follows(/\s*\(/y)) return 'function';
    if (this.follows(/\s*(?:[{[@]|offset\b)/iy)) return 'metric name';
    return /^\d/.test(word) || variableAt(word, 0)?.to === word.length ? 'number' : 'metric name';
  }
}

function isSign(character: string): boolean {
  return character === '-' || character === '+';
}

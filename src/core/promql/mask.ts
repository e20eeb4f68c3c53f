import { aggregationFacts } from './functions.js';
import { findVariables, hasVariable, variableAt, variableSyntax } from './grafana-variable.js';

/**
 * Where variables stand outside string literals, and so what a grammar that does not know them must read there. What is
 * `aside` holds its own separators, or is a whole clause: a grammar must read nothing there (`{a="b"$filter}`,
 * `sum(x) $by`), or a comma (`{a="b"$filter c="d"}`).
 */
export type MaskPosition =
  | 'duration'
  | 'number'
  | 'metric name'
  | 'label name'
  | 'label value'
  | 'matcher'
  | 'function'
  | 'aggregation'
  | 'operator'
  | 'aside'
  | 'aside, with a comma';

/** A word with variables in it, such as `$window`, `node_${kind}_total` or `${n}m`. */
export interface MaskedWord {
  readonly from: number;
  readonly to: number;
  readonly position: MaskPosition;
  /** Where the word or character before it ends. */
  readonly after: number;
}

/** A query in which every word with variables is replaced by one of equal width that PromQL's grammar reads. */
export interface Masked {
  readonly text: string;
  readonly words: readonly MaskedWord[];
}

/** The text put in place of a word, by its position: `width` characters wide and at least 2. */
const masks: Readonly<Record<MaskPosition, (width: number) => string>> = {
  duration: (width) => `${'1'.repeat(width - 1)}s`,
  number: (width) => '1'.repeat(width),
  'metric name': (width) => 'x'.repeat(width),
  'label name': (width) => 'x'.repeat(width),
  'label value': (width) => `"${'x'.repeat(width - 2)}"`,
  matcher: (width) => `"${'x'.repeat(width - 2)}"`,
  function: (width) => 'ln'.padEnd(width),
  aggregation: (width) => 'sum'.padEnd(width),
  operator: (width) => '=='.padEnd(width),
  aside: (width) => ' '.repeat(width),
  'aside, with a comma': (width) => ','.padEnd(width),
};

/** The bracket that is open where the scan stands. `call` is the masked word before a parenthesis. */
interface Bracket {
  readonly opens: '(' | '{' | '[';
  /** The use of the labels in these parentheses. */
  readonly labels: 'grouping' | 'matching' | undefined;
  readonly call: number | undefined;
}

const grouping = /^(?:by|without)$/;
const matching = /^(?:on|ignoring|group_left|group_right|fill|fill_left|fill_right)$/;
const groupingClause = /\s*(?:by|without)\b/iy;
const wordCharacter = /[\w:]/;
const endOfOperand =
  /^(?!(?:and|or|unless|atan2|bool|on|ignoring|group_left|group_right|by|without|offset)$)(?:[\w:$[{].*|[)\]}"])$/s;
const operandOrModifier =
  /\s*(?!(?:and|or|unless|atan2|offset|by|without|anchored|smoothed)\b)(?:[\w:."'`({]|\$[\w{]|\[\[)/iy;
const anotherItem = /\s*(?:[\w"'`]|\$[\w{]|\[\[)/y;
/** A matcher whose operator a variable holds: `status $op "200"`. */
const matcherWithOperator = new RegExp(
  String.raw`\w+\s*(?:${variableSyntax})\s*(?:"[^"\\]*(?:\\[\s\S][^"\\]*)*"|'[^'\\]*(?:\\[\s\S][^'\\]*)*')`,
  'y',
);
const space = /\s/;
const inert = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"?|'[^'\\]*(?:\\[\s\S][^'\\]*)*'?|`[^`]*`?|#[^\n]*/y;

/**
 * The words that lezer-promql 0.315 does not read: names that all JavaScript objects have, which it takes for keywords,
 * numbers that end with a point, and those that begin with `0X`.
 */
const trap = /^(?:(?:constructor|__proto__)|\d+\.)$/i;
const capitalHex = /^0X[\da-fA-F]+$/;
const traps = /constructor|__proto__|\d\.(?!\d)|0X/i;
const openNumber = /(?<![\w.])\d+\.(?![\w.$])/y;

/** Masks a query's variables by their position. Those inside string literals stay, being plain text to the grammar. */
export function mask(query: string): Masked {
  return hasVariable(query) || traps.test(query) ? new Scan(query).run() : { text: query, words: [] };
}

/** One pass over a query, from left to right. */
class Scan {
  private readonly query: string;
  private readonly words: { from: number; to: number; position: MaskPosition; after: number }[] = [];
  private readonly open: Bracket[] = [];
  private at = 0;
  /** The word or character before the place of the scan, without spaces and in lower case. */
  private last = '';
  /** Where that ends. */
  private lastTo = 0;
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
    else if (wordCharacter.test(character) || variableAt(this.query, this.at) !== undefined) {
      if (!this.matcher()) this.word();
    } else if (character === '(' || character === '{' || character === '[') this.enter(character);
    else if (character === ')' || character === '}' || character === ']') this.leave(character);
    else this.take(1, isSign(character) && (this.last === 'offset' || this.last === '@') ? this.last : character);
  }

  private take(width: number, last: string): void {
    this.at += width;
    this.last = last;
    this.lastTo = this.at;
    this.lastMasked = undefined;
  }

  private enter(opens: Bracket['opens']): void {
    const call = opens === '(' ? this.lastMasked : undefined;
    const labels = grouping.test(this.last) ? 'grouping' : matching.test(this.last) ? 'matching' : undefined;
    this.open.push({ opens, labels: opens === '(' ? labels : undefined, call });
    this.take(1, opens);
  }

  private leave(closes: string): void {
    const bracket = this.open.pop();
    // What follows "on (x)" is the other operand, as after an operator.
    this.take(1, bracket?.labels === 'matching' ? '=' : closes);
    const word = bracket?.call === undefined ? undefined : this.words[bracket.call];
    if (word?.position === 'function' && this.follows(groupingClause)) word.position = 'aggregation';
  }

  private follows(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    return pattern.test(this.query);
  }

  /** Takes a matcher whose operator a variable holds. */
  private matcher(): boolean {
    if (this.open.at(-1)?.opens !== '{' || (this.last !== '{' && this.last !== ',')) return false;
    matcherWithOperator.lastIndex = this.at;
    const found = matcherWithOperator.exec(this.query)?.[0];
    if (found === undefined) return false;
    this.words.push({ from: this.at, to: this.at + found.length, position: 'matcher', after: this.lastTo });
    this.take(found.length, '"');
    return true;
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
    const masked = variables > 0 || trap.test(text) || capitalHex.test(text);
    const position = masked ? this.position(text) : undefined;
    if (position !== undefined) this.words.push({ from, to: this.at, position, after: this.lastTo });
    this.lastMasked = masked ? this.words.length - 1 : undefined;
    this.last = position === 'operator' ? '=' : text.toLowerCase();
    this.lastTo = this.at;
  }

  /** True where the scan stands at the colon of a subquery. */
  private isStepSeparator(): boolean {
    return this.query[this.at] === ':' && this.open.at(-1)?.opens === '[';
  }

  private position(word: string): MaskPosition {
    if (/^\d/.test(word) && !hasVariable(word)) return 'number';
    const bracket = this.open.at(-1);
    if (bracket?.opens === '[') return 'duration';
    if (bracket?.opens === '{') return this.positionInBraces(word);
    if (bracket?.labels !== undefined) return this.besideItems(word) ?? 'label name';
    return this.besideOperand(word) ?? this.positionInExpression(word);
  }

  private positionInBraces(word: string): MaskPosition {
    if (this.last === '=' || this.last === '~') return 'label value';
    return this.follows(/\s*[=!]/y) ? 'label name' : (this.besideItems(word) ?? 'matcher');
  }

  /** Of variables in a list, with another item before or after and no comma between. */
  private besideItems(word: string): MaskPosition | undefined {
    if (!isVariables(word)) return undefined;
    const behind = !['{', '(', ','].includes(this.last);
    const before = this.follows(anotherItem);
    if (behind && before) return 'aside, with a comma';
    return behind || before ? 'aside' : undefined;
  }

  /** Of variables behind an operand: an operator, or what may follow an operand (`offset 5m`, `by (x)`, `> 5`). */
  private besideOperand(word: string): MaskPosition | undefined {
    if (!isVariables(word) || !endOfOperand.test(this.last)) return undefined;
    if (aggregationFacts(this.last) !== undefined) return this.follows(/\s*\(/y) ? 'aside' : undefined;
    return this.follows(operandOrModifier) ? 'operator' : 'aside';
  }

  private positionInExpression(word: string): MaskPosition {
    if (this.last === 'offset') return 'duration';
    if (this.last === '@') return 'number';
    if (this.follows(groupingClause)) return 'aggregation';
    if (this.follows(/\s*\(/y)) return 'function';
    if (this.follows(/\s*(?:[{@]|\[(?!\[\w)|offset\b)/iy)) return 'metric name';
    return /^\d/.test(word) || variableAt(word, 0)?.to === word.length ? 'number' : 'metric name';
  }
}

/** True where a word is variables and nothing else. */
function isVariables(word: string): boolean {
  return findVariables(word).reduce((width, { from, to }) => width + to - from, 0) === word.length;
}

function isSign(character: string): boolean {
  return character === '-' || character === '+';
}

import type { SyntaxNode } from '@lezer/common';
import type { MaskedWord, MaskPosition } from '../mask.js';
import { unquote } from '../quote.js';
import { PromqlSyntaxError, type Place } from '../syntax-error.js';
import { durationText, numberValue } from './literal.js';

/** A sign, with what may stand between it and its number. */
export const signBefore = /^[-+](?:\s|#[^\n]*)*/;

/** The text of a query under lezer's tree of it: as it was written, before masking. */
export class Source {
  readonly query: string;
  private readonly words: ReadonlyMap<number, MaskedWord>;
  private readonly asides: ReadonlyMap<number, MaskedWord>;

  constructor(query: string, words: readonly MaskedWord[]) {
    this.query = query;
    this.words = new Map(words.map((word) => [word.from, word]));
    const asides = words.filter(({ position }) => position.startsWith('aside'));
    this.asides = new Map(asides.map((word) => [word.after, word]));
  }

  text(node: Place | undefined): string {
    return node === undefined ? '' : this.query.slice(node.from, node.to);
  }

  /** The word with variables that stands at a node, if it was masked for that position. */
  word(node: SyntaxNode, position: MaskPosition): string | undefined {
    const word = this.words.get(node.from);
    return word?.position === position ? this.query.slice(word.from, word.to) : undefined;
  }

  /** The variables that stand behind a place with nothing but spaces between, and that the grammar does not see. */
  behind(place: number): Place | undefined {
    return this.asides.get(place);
  }

  /** The variables in a list that the grammar does not see, as they are written. */
  unseen(list: SyntaxNode): readonly string[] {
    if (this.asides.size === 0) return [];
    const found: string[] = [];
    // A list's items end where variables without a comma begin.
    for (let place: Place | undefined = this.behind(list.from + 1); place !== undefined; place = this.behind(place.to))
      found.push(this.text(place));
    for (const item of parts(list)) {
      for (let place = this.behind(item.to); place !== undefined; place = this.behind(place.to))
        found.push(this.text(place));
    }
    return found;
  }

  /** The text of a string literal. */
  string(literal: SyntaxNode): string {
    const unquoted = unquote(this.text(literal));
    if ('value' in unquoted) return unquoted.value;
    const from = literal.from + unquoted.at;
    return this.fail(unquoted.fault, { from, to: unquoted.at === 0 ? literal.to : from + 2 });
  }

  duration(duration: SyntaxNode): string {
    const text = durationText(this.text(duration));
    return /^-?(?:inf|nan)$/i.test(text) ? this.fail(`${text} is not a duration`, duration) : text;
  }

  /** The value of a number without a sign. */
  number(place: Place): number {
    const text = this.query.slice(place.from, place.to);
    const next = /^\w*/.exec(this.query.slice(place.to))?.[0] ?? '';
    // Lezer reads `5offset` as two words.
    if (next !== '')
      return this.fail(`"${text}${next}" is not a number`, { from: place.from, to: place.to + next.length });
    return numberValue(text) ?? this.fail(`${text} is larger than any number`, place);
  }

  /** The value of a number that may have a sign. */
  signedNumber(number: SyntaxNode): number {
    const text = this.text(number);
    const sign = signBefore.exec(text)?.[0] ?? '';
    const value = this.number({ from: number.from + sign.length, to: number.to });
    return sign.startsWith('-') ? -value : value;
  }

  /** A label's name, or a metric's in quotes. */
  name(label: SyntaxNode): string {
    return label.name === 'QuotedLabelName' ? this.string(label) : this.text(label);
  }

  /** The names in a list such as `(a, b)`. */
  names(list: SyntaxNode): readonly string[] {
    return [...parts(list).map((label) => this.listed(label)), ...this.unseen(list)];
  }

  /** Outside braces, Prometheus takes these words for something else. */
  private listed(label: SyntaxNode): string {
    const name = this.name(label);
    const isWord = label.name !== 'QuotedLabelName' && /^(?:inf|nan|without)$/i.test(name);
    return isWord ? this.fail(`"${name}" is not a label here: write it in quotes`, label) : name;
  }

  /** Refuses PromQL that a tree has no place for. */
  later(what: string, place: Place | undefined): never {
    return this.fail(`${what} is not understood yet`, place);
  }

  fail(message: string, place: Place | undefined): never {
    throw new PromqlSyntaxError(message, this.query, place ?? { from: 0, to: this.query.length });
  }
}

/** The named parts of a node, without comments. */
export function parts(node: SyntaxNode): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (child.name !== 'LineComment') found.push(child);
  }
  return found;
}

/** A part that the grammar guarantees. */
export function present(node: SyntaxNode | undefined): SyntaxNode {
  if (node === undefined) throw new TypeError('a part that the PromQL grammar guarantees is missing');
  return node;
}

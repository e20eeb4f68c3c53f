import type { SyntaxNode } from '@lezer/common';
import type { MaskedWord, MaskPosition } from '../mask.js';
import { unquote } from '../quote.js';
import { PromqlSyntaxError, type Place } from '../syntax-error.js';
import { durationText, numberValue } from './literal.js';

/** The text of a query under lezer's tree of it: as it was written, before masking. */
export class Source {
  readonly query: string;
  private readonly words: ReadonlyMap<number, MaskedWord>;

  constructor(query: string, words: readonly MaskedWord[]) {
    this.query = query;
    this.words = new Map(words.map((word) => [word.from, word]));
  }

  text(node: SyntaxNode | undefined): string {
    return node === undefined ? '' : this.query.slice(node.from, node.to);
  }

  /** The word with variables that stands at a node, if it was masked for that position. */
  word(node: SyntaxNode, position: MaskPosition): string | undefined {
    const word = this.words.get(node.from);
    return word?.position === position ? this.query.slice(word.from, word.to) : undefined;
  }

  /** What a string literal says. */
  string(literal: SyntaxNode): string {
    const unquoted = unquote(this.text(literal));
    if ('value' in unquoted) return unquoted.value;
    const from = literal.from + unquoted.at;
    return this.fail(unquoted.fault, { from, to: unquoted.at === 0 ? literal.to : from + 2 });
  }

  duration(duration: SyntaxNode): string {
    const text = durationText(this.text(duration));
    return /^-?(?:inf|nan)$/i.test(text) ? this.fail(`${text} is no duration`, duration) : text;
  }

  /** The value of a number without a sign. */
  number(place: Place): number {
    const text = this.query.slice(place.from, place.to);
    const next = /^\w*/.exec(this.query.slice(place.to))?.[0] ?? '';
    // Lezer reads `5offset` as two words.
    if (next !== '')
      return this.fail(`"${text}${next}" is no number`, { from: place.from, to: place.to + next.length });
    return numberValue(text) ?? this.fail(`${text} is larger than any number`, place);
  }

  /** The value of a number that may have a sign. */
  signedNumber(number: SyntaxNode): number {
    const text = this.text(number);
    const sign = /^[-+]\s*/.exec(text)?.[0] ?? '';
    const value = this.number({ from: number.from + sign.length, to: number.to });
    return sign.startsWith('-') ? -value : value;
  }

  /** A label's name, or a metric's in quotes. */
  name(label: SyntaxNode): string {
    return label.name === 'QuotedLabelName' ? this.string(label) : this.text(label);
  }

  /** The names in a list such as `(a, b)`. */
  names(list: SyntaxNode): readonly string[] {
    return parts(list).map((label) => this.name(label));
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

const blanks = /[ \t]*/y;
const identifier = /[a-zA-Z_:][\w:]*/y;
const quotes = /"((?:[^"\\]|\\.)*)"/y;
const numeral = /[+-]?(?:(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|inf(?:inity)?|nan)(?=[ \t]|$)/iy;

/** Reads one line of a page of metrics from left to right. Blanks before whatever is asked for are passed over. */
export class LineScan {
  readonly #line: string;
  #at = 0;

  constructor(line: string) {
    this.#line = line;
  }

  /** Passes over a character, where it stands next. */
  take(character: string): boolean {
    const stands = this.sees(character);
    if (stands) this.#at += 1;
    return stands;
  }

  /** True where a character stands next. */
  sees(character: string): boolean {
    this.#match(blanks);
    return this.#line[this.#at] === character;
  }

  /** The name of a metric or label, where one stands next. */
  name(): string | undefined {
    this.#match(blanks);
    return this.#match(identifier)?.[0];
  }

  /** The text in the quotes that come next, without its escapes. */
  quoted(): string | undefined {
    this.#match(blanks);
    return this.#match(quotes)?.[1]?.replaceAll(/\\(.)/g, (_, escaped: string) => (escaped === 'n' ? '\n' : escaped));
  }

  /** The number that stands next. */
  number(): number | undefined {
    this.#match(blanks);
    const text = this.#match(numeral)?.[0].toLowerCase();
    if (text === undefined) return undefined;
    if (text.includes('nan')) return Number.NaN;
    if (text.includes('inf')) return text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
    return Number(text);
  }

  /** The rest, without the blanks around it. */
  rest(): string {
    const rest = this.#line.slice(this.#at).trim();
    this.#at = this.#line.length;
    return rest;
  }

  /** True at the end of the line. */
  isDone(): boolean {
    this.#match(blanks);
    return this.#at === this.#line.length;
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#line);
    if (match !== null) this.#at = pattern.lastIndex;
    return match;
  }
}

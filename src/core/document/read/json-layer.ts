import type { JsonPath, TextRange } from '../json-path.js';
import { skipBlanks, skipString, skipValue, stringOffsets } from './json-text.js';
import type { TextLayer, ValuePlace } from './layer.js';

/**
 * Finds values in JSON text. Nothing is done until somebody asks; then the text is walked along the path, and only what
 * stands directly in the objects and lists on the way is remembered.
 *
 * @param text is known to be JSON
 */
export class JsonLayer implements TextLayer {
  private readonly text: string;
  private readonly objects = new Map<number, ReadonlyMap<string, number>>();
  private readonly lists = new Map<number, number[]>();
  private readonly offsets = new Map<number, Uint32Array | undefined>();

  constructor(text: string) {
    this.text = text;
  }

  find(path: JsonPath): ValuePlace {
    let from = skipBlanks(this.text, 0);
    for (const key of path) {
      const below = this.child(from, key);
      if (below === undefined) return this.place(from, false);
      from = below;
    }
    return this.place(from, true);
  }

  private place(from: number, exact: boolean): ValuePlace {
    const first = this.text[from];
    if (first === '{' || first === '[') return { from, to: from + 1, exact, inside: undefined };
    const to = skipValue(this.text, from);
    return { from, to, exact, inside: first === '"' ? (offset) => this.unitAt({ from, to }, offset) : undefined };
  }

  private unitAt({ from, to }: TextRange, offset: number): number {
    if (!this.offsets.has(from)) this.offsets.set(from, stringOffsets(this.text, from, to));
    const offsets = this.offsets.get(from);
    return offsets === undefined
      ? Math.min(from + 1 + offset, to - 1)
      : (offsets[Math.min(offset, offsets.length - 1)] ?? to);
  }

  private child(from: number, key: string | number): number | undefined {
    const first = this.text[from];
    if (first === '{') return this.properties(from).get(String(key));
    return first === '[' && typeof key === 'number' ? this.item(from, key) : undefined;
  }

  /** Where the properties of an object begin. Of two with one name the last counts, as for `JSON.parse`. */
  private properties(from: number): ReadonlyMap<string, number> {
    const known = this.objects.get(from);
    if (known !== undefined) return known;
    const { text } = this;
    const properties = new Map<string, number>();
    let at = skipBlanks(text, from + 1);
    while (text[at] === '"') {
      const end = skipString(text, at);
      const name = text.slice(at + 1, end - 1);
      const value = skipBlanks(text, skipBlanks(text, end) + 1);
      properties.set(name.includes('\\') ? (JSON.parse(`"${name}"`) as string) : name, value);
      at = this.next(value);
    }
    this.objects.set(from, properties);
    return properties;
  }

  /** Where an item of a list begins; the list is walked no further than that. */
  private item(from: number, index: number): number | undefined {
    const { text } = this;
    let items = this.lists.get(from);
    if (items === undefined) {
      const first = skipBlanks(text, from + 1);
      items = text[first] === ']' ? [] : [first];
      this.lists.set(from, items);
    }
    while (items.length <= index) {
      const last = items.at(-1);
      if (last === undefined) return undefined;
      const end = skipBlanks(text, skipValue(text, last));
      if (text[end] !== ',') return undefined;
      items.push(skipBlanks(text, end + 1));
    }
    return items[index];
  }

  /** Where the value after this one begins, or the bracket that closes what is around it. */
  private next(value: number): number {
    const end = skipBlanks(this.text, skipValue(this.text, value));
    return this.text[end] === ',' ? skipBlanks(this.text, end + 1) : end;
  }
}

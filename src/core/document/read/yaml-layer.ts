import { isAlias, isMap, isPair, isScalar, isSeq, type Document, type Node, type Scalar, type YAMLMap } from 'yaml';
import type { JsonPath } from '../json-path.js';
import type { TextLayer, ValuePlace } from './layer.js';

/** Finds values in the documents of a YAML text. Where there are several, paths begin with the number of the document. */
export class YamlLayer implements TextLayer {
  private readonly text: string;
  private readonly documents: readonly Document[];
  private readonly maps = new WeakMap<YAMLMap, ReadonlyMap<string, unknown>>();
  private readonly offsets = new WeakMap<Scalar, Uint32Array>();

  constructor(text: string, documents: readonly Document[]) {
    this.text = text;
    this.documents = documents;
  }

  find(path: JsonPath): ValuePlace {
    const single = this.documents.length === 1;
    const document = this.documents[single ? 0 : Number(path[0] ?? 0)];
    let node = document?.contents ?? undefined;
    if (document === undefined || node === undefined) return { from: 0, to: 0, exact: false, inside: undefined };
    for (const key of single ? path : path.slice(1)) {
      const below = this.child(node, key, document);
      if (below === undefined) return this.place(node, false);
      node = below;
    }
    return this.place(node, true);
  }

  private place(node: Node, exact: boolean): ValuePlace {
    const [from, to] = node.range ?? [0, 0];
    if (!isScalar(node)) return { from, to: Math.min(from + 1, to), exact, inside: undefined };
    const isText = typeof node.value === 'string';
    return { from, to, exact, inside: isText ? (offset) => this.unitAt(node, offset) : undefined };
  }

  private unitAt(node: Scalar, offset: number): number {
    let offsets = this.offsets.get(node);
    if (offsets === undefined) {
      offsets = scalarOffsets(this.text, node);
      this.offsets.set(node, offsets);
    }
    return offsets[Math.min(offset, offsets.length - 1)] ?? 0;
  }

  private child(around: Node, key: string | number, document: Document): Node | undefined {
    const node = isAlias(around) ? around.resolve(document) : around;
    if (isMap(node)) return this.property(node, String(key), document);
    return isSeq(node) && typeof key === 'number' ? nodeOf(node.items[key]) : undefined;
  }

  private property(map: YAMLMap, key: string, document: Document): Node | undefined {
    let properties = this.maps.get(map);
    if (properties === undefined) {
      properties = new Map(map.items.map(({ key: name, value }) => [keyName(name), value]));
      this.maps.set(map, properties);
    }
    const own = nodeOf(properties.get(key));
    const merged = nodeOf(properties.get('<<'));
    return own ?? (merged === undefined || key === '<<' ? undefined : this.child(merged, key, document));
  }
}

/** The name of a key; `yaml` makes a symbol of `<<`. */
function keyName(key: unknown): string {
  if (!isScalar(key)) return '';
  return typeof key.value === 'symbol' ? (key.value.description ?? '') : String(key.value);
}

function nodeOf(value: unknown): Node | undefined {
  return isScalar(value) || isMap(value) || isSeq(value) || isAlias(value)
    ? value
    : isPair(value)
      ? nodeOf(value.value)
      : undefined;
}

const blanks: ReadonlySet<string | undefined> = new Set([' ', '\t', '\n', '\r']);
const escapeLengths: Readonly<Record<string, number>> = { x: 4, u: 6, U: 10 };

/**
 * Where the units of a scalar's value stand in the text, and one more for the end. Text and value are walked side by
 * side: in every style of YAML they differ only in blanks, which are folded, and in escapes.
 */
function scalarOffsets(text: string, node: Scalar): Uint32Array {
  const value = node.value as string;
  const [from, to] = node.range ?? [0, 0];
  const offsets = new Uint32Array(value.length + 1);
  const isDouble = node.type === 'QUOTE_DOUBLE';
  let at = contentStart(text, from, node.type);
  for (let unit = 0; unit < value.length; unit += 1) {
    const isBlank = blanks.has(value[unit]);
    if (!isBlank) at = skipFolded(text, at, to, isDouble);
    offsets[unit] = Math.min(at, to);
    if (isDouble && text[at] === '\\') {
      at += escapeLengths[text.charAt(at + 1)] ?? 2;
    } else if (!isBlank || text[at] === value[unit]) {
      at += node.type === 'QUOTE_SINGLE' && text.startsWith("''", at) ? 2 : 1;
    }
  }
  offsets[value.length] = Math.min(at, to);
  return offsets;
}

function contentStart(text: string, from: number, type: Scalar['type']): number {
  if (type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE') return from + 1;
  if (type !== 'BLOCK_LITERAL' && type !== 'BLOCK_FOLDED') return from;
  const header = text.indexOf('\n', from);
  return header === -1 ? from : header + 1;
}

/** Where the next unit that is not a blank stands; in double quotes, a backslash before the end of a line is one. */
function skipFolded(text: string, from: number, to: number, isDouble: boolean): number {
  let at = from;
  while (at < to && isFolded(text, at, isDouble)) at += 1;
  return at;
}

function isFolded(text: string, at: number, isDouble: boolean): boolean {
  if (blanks.has(text[at])) return true;
  return isDouble && text[at] === '\\' && text[at + 1] !== ' ' && blanks.has(text[at + 1]);
}

import { isAlias, isCollection, isMap, isPair, isScalar, parseAllDocuments, type Document } from 'yaml';
import type { Json } from '../../model/json.js';
import type { TextLayer } from './layer.js';
import { limits } from './limits.js';
import { tooDeep, type Parsed, type TextFault } from './parse-json.js';
import { YamlLayer } from './yaml-layer.js';

/** The documents of a YAML text. */
export interface YamlText {
  readonly documents: readonly Parsed[];
  /** True where there is one document only, so that paths do not begin with its number. */
  readonly single: boolean;
  readonly layer: TextLayer;
}

/**
 * Parses YAML that may be anything. The file stands alone because loading `yaml` takes time: import it only where there
 * is YAML.
 */
export function parseYaml(text: string): YamlText {
  const documents = parseDocuments(text);
  if ('fault' in documents) return { documents: [documents], single: true, layer: new YamlLayer(text, []) };
  return {
    documents: documents.map((document) => valueOf(document, text)),
    single: documents.length === 1,
    layer: new YamlLayer(text, documents),
  };
}

function parseDocuments(text: string): readonly Document[] | { readonly fault: TextFault } {
  if (text.length > limits.yamlLength) {
    const message = `this YAML has ${Math.ceil(text.length / 1024 / 1024)} MiB, more than the ${limits.yamlLength / 1024 / 1024} MiB that are read`;
    return { fault: { problem: 'too-large', message, offset: 0 } };
  }
  try {
    // Keys are compared below: `yaml` compares each with every other.
    return parseAllDocuments(text, {
      merge: true,
      schema: 'core',
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
    });
  } catch (error) {
    if (error instanceof RangeError) return tooDeep(0);
    throw error;
  }
}

function valueOf(document: Document, text: string): Parsed {
  const [first] = document.errors;
  if (first !== undefined) return faultOf(first, Math.min(first.pos[0], text.length));
  const { fault, aliases } = inspect(document);
  if (fault !== undefined) return { fault };
  try {
    const value = document.toJS({ maxAliasCount: 100 }) as Json;
    return aliases > 0 && isTooDeep(value) ? tooDeep(0) : { value };
  } catch (error) {
    if (error instanceof RangeError) return tooDeep(0);
    if (!(error instanceof Error)) throw error;
    return {
      fault: {
        problem: 'not-yaml',
        message: `the aliases of this YAML cannot be resolved: ${firstSentence(error.message)}`,
        offset: 0,
      },
    };
  }
}

/** The parser reports an overflow of the stack as an error like others. */
function faultOf({ message }: Error, offset: number): Parsed {
  if (message.includes('call stack')) return tooDeep(offset);
  return { fault: { problem: 'not-yaml', message: `this is not YAML: ${firstSentence(message)}`, offset } };
}

/**
 * Walks a document, without recursion, for what a value cannot tell any more: keys that stand twice, and many aliases.
 */
function inspect(document: Document): { readonly fault?: TextFault; readonly aliases: number } {
  const open: { readonly node: unknown; readonly depth: number }[] = [{ node: document.contents, depth: 0 }];
  let aliases = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, depth } = next;
    if (isAlias(node)) aliases += 1;
    else if (isPair(node)) open.push({ node: node.key, depth }, { node: node.value, depth });
    else if (isCollection(node)) {
      if (depth >= limits.depth) return { ...tooDeep(node.range?.[0] ?? 0), aliases };
      const twice = isMap(node) ? keyTwice(node.items) : undefined;
      if (twice !== undefined) return { fault: twice, aliases };
      for (const item of node.items) open.push({ node: item, depth: depth + 1 });
    }
  }
  if (aliases <= limits.aliases) return { aliases };
  const message = `this YAML has ${aliases} aliases, more than the ${limits.aliases} that are resolved`;
  return { fault: { problem: 'not-yaml', message, offset: 0 }, aliases };
}

function keyTwice(pairs: readonly { readonly key: unknown }[]): TextFault | undefined {
  const seen = new Set<string>();
  for (const { key } of pairs) {
    if (!isScalar(key) || typeof key.value === 'symbol') continue; // several `<<` are fine
    const name = String(key.value);
    if (seen.has(name)) {
      return {
        problem: 'not-yaml',
        message: `this is not YAML: the key "${name}" stands twice in one mapping`,
        offset: key.range?.[0] ?? 0,
      };
    }
    seen.add(name);
  }
  return undefined;
}

/** True where aliases made a value too deep; a value that contains itself is endlessly deep. */
function isTooDeep(value: Json): boolean {
  const open: { readonly value: Json | undefined; readonly depth: number }[] = [{ value, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next.value !== 'object' || next.value === null) continue;
    if (next.depth >= limits.depth) return true;
    for (const item of Object.values(next.value)) open.push({ value: item, depth: next.depth + 1 });
  }
  return false;
}

function firstSentence(message: string): string {
  const [line = ''] = message.split('\n');
  return (line.charAt(0).toLowerCase() + line.slice(1)).replace(/[.:]$/, '');
}

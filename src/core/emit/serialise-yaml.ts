import { Document, isPair, isScalar, Scalar, visit, type ScalarTag } from 'yaml';
import type { Json } from '../model/json.js';

/**
 * Prints YAML that prettier (single quotes, 120 columns, no key longer than that) leaves as it is, and that YAML 1.1
 * readers (Go's yaml.v2 in Prometheus, yaml.v3 in Grafana) read as the same data: `yes`, `on`, `1:30` and dates are
 * quoted. Keys keep the order that `normalise` gave them; no line is ever folded. Ends in one newline.
 *
 * The file stands alone because loading `yaml` costs about 30 ms: import it only where YAML is written.
 *
 * @param header Comment lines, each beginning with `#`, put above the document; '' for none.
 */
export function serialiseYaml(value: Json, header: string): string {
  const document = new Document(value, {
    aliasDuplicateObjects: false,
    compat: 'yaml-1.1',
    customTags: (tags) => [plainText, ...tags],
  });
  visit(document, {
    Scalar(role, node, ancestors) {
      if (typeof node.value === 'string') chooseStyle(node, node.value, hasRoomForBlock(role, ancestors.at(-1)));
    },
  });
  const body = document.toString({
    lineWidth: 0,
    singleQuote: true,
    blockQuote: 'literal',
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
  });
  const escaped = body.replaceAll(/[^\S \n]|[\x7f-\x9f]/g, escapeCharacter);
  return header === '' ? escaped : `${header.trimEnd()}\n${escaped}`;
}

/** Begins with a letter, and has neither line breaks nor what is invisible. */
const plainLine = /^[A-Za-z][ -~\p{L}\p{Pd}…%≤≥→]*$/u;
/** The end of a plain text: the colon of a key, a comment, a space that nobody sees. */
const endOfPlain = /: | #|[ :]$/;
/** The words that YAML 1.1 or 1.2 reads as something else than a text, although it begins with a letter. */
const word = /^(?:y|n|yes|no|on|off|true|false|null)$/i;

/**
 * Texts that need no quotes by any version of YAML, which most of them are. Printed as they are, they need not be tried
 * against every tag, which takes most of the time of a rule file.
 */
const plainText: ScalarTag = {
  tag: 'tag:yaml.org,2002:str',
  default: true,
  identify: (value) =>
    typeof value === 'string' && plainLine.test(value) && !endOfPlain.test(value) && !word.test(value),
  resolve: (text) => text,
  stringify: ({ value }) => value as string,
};

/** Names the style where the one that `yaml` would choose is one that prettier prints differently. */
function chooseStyle(node: Scalar, text: string, room: boolean): void {
  if (text.includes('\n') ? !room || !isPlainBlock(text) : invisible.test(text)) node.type = Scalar.QUOTE_DOUBLE;
}

/** Prettier indents a block that is the whole document, and puts one under a long key on a line of its own. */
function hasRoomForBlock(role: unknown, parent: unknown): boolean {
  if (role !== 'value' || !isPair(parent)) return typeof role === 'number';
  return isScalar(parent.key) && String(parent.key.value).length <= 40;
}

/** Control characters, lone surrogates and white space that is not a space: only double quotes can escape them. */
const invisible = /[^\S ]|[\p{Cc}\p{Cs}]/u;

/** `yaml` leaves some invisible characters as they are; all of them stand between double quotes here. */
function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Lines that end in visible text, the first one not indented, with at most one newline at the end. */
function isPlainBlock(text: string): boolean {
  const lines = (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n');
  const isPlain = (line: string): boolean => line === '' || (/\S$/.test(line) && !invisible.test(line));
  return /^\S/.test(text) && lines.at(-1) !== '' && lines.every(isPlain);
}

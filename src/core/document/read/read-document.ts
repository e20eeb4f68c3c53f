import type { JsonPath, TextRange } from '../json-path.js';
import type { Json } from '../../model/json.js';
import type { ReadDashboard, Unread } from '../read-dashboard.js';
import type { ReadRuleFile } from '../read-rule-file.js';
import { decodeUtf8 } from './decode.js';
import { readForm } from './forms.js';
import { JsonLayer } from './json-layer.js';
import { limits } from './limits.js';
import { createLines, type DocumentPlace } from '../../text/lines.js';
import { createLocator } from './locate.js';
import { parseJson, type TextFault } from './parse-json.js';
import { readProblems, type ReadProblem } from './read-problem.js';
import { notOurs, type EmbeddedText, type Reading } from './reading.js';
import { isRecord } from './values.js';

/** A text to read: the name decides between JSON and YAML where the text does not. */
export interface DocumentSource {
  readonly file: string;
  /** The text, or the bytes where nobody knows whether they are UTF-8. */
  readonly text: string | Uint8Array;
}

/** The contents of a file. */
export interface ReadDocument {
  readonly file: string;
  readonly dashboards: readonly ReadDashboard[];
  readonly ruleFiles: readonly ReadRuleFile[];
  /** Parts that are neither a dashboard nor rules. What is not understood within one is listed there. */
  readonly unread: readonly Unread[];
  /** Problems of the file itself, or of a text in it. */
  readonly problems: readonly ReadProblem[];
  /**
   * The place of a value, or of the nearest one around it; of an object or a list, of its first character.
   *
   * @param range the part of a text that is meant, in UTF-16 units of the text that stands at the path
   */
  readonly locate: (path: JsonPath, range?: TextRange) => DocumentPlace;
}

/**
 * Reads a file that anybody wrote: dashboards in any form, or Prometheus rules, in JSON or YAML, also as texts within
 * resources of Kubernetes. Throws for no text whatever. Asynchronous because the parser of YAML is loaded when the
 * first YAML comes.
 *
 * @example
 * const document = await readDocument({ file: 'web.json', text });
 * for (const dashboard of document.dashboards) console.log(dashboard.title, document.locate(dashboard.path).line);
 */
export async function readDocument({ file, text: source }: DocumentSource): Promise<ReadDocument> {
  const { text: raw, wrongAt } = typeof source === 'string' ? { text: source, wrongAt: undefined } : decodeUtf8(source);
  const hasMark = raw.startsWith('\uFEFF');
  const text = hasMark ? raw.slice(1) : raw;
  const embedded: EmbeddedText[] = [];
  const lines = createLines(text);
  const locate = createLocator(embedded, lines);
  const reading = createReading(embedded);
  const fault = faultOfFile(text, wrongAt);
  if (fault !== undefined) reading.faults.push({ ...fault, path: [] });
  else await reading.text(text, [], file);
  if (hasMark && isJsonText(text)) {
    const message =
      'the file begins with a byte order mark, which JSON does not allow: Grafana refuses it when it provisions';
    reading.faults.push({ problem: 'byte-order-mark', message, offset: 0, path: [] });
  }
  const problems = reading.faults.map(({ problem, message, path, offset }): ReadProblem => ({
    id: `read/${problem}`,
    ...readProblems[problem],
    message,
    ...locate.offset(path, offset),
  }));
  const { dashboards, ruleFiles, unread } = reading;
  return { file, dashboards, ruleFiles, unread, problems, locate: locate.value };
}

/** Why nothing of a file can be read. */
function faultOfFile(text: string, wrongAt: number | undefined): TextFault | undefined {
  if (wrongAt !== undefined)
    return { problem: 'not-utf8', message: 'the file is not UTF-8: these bytes are not a character', offset: wrongAt };
  if (text.length > limits.fileLength) {
    const message = `the file has ${Math.ceil(text.length / 1024 / 1024)} MiB, more than the ${limits.fileLength / 1024 / 1024} MiB that are read`;
    return { problem: 'too-large', message, offset: 0 };
  }
  return text.trim() === '' ? { problem: 'empty', message: 'the file is empty', offset: 0 } : undefined;
}

/** True where a text can only be JSON: it begins as an object or a list. */
function isJsonText(text: string): boolean {
  return /^\s*[[{]/.test(text);
}

function createReading(embedded: EmbeddedText[]): Reading {
  const reading: Reading = {
    dashboards: [],
    ruleFiles: [],
    unread: [],
    embedded,
    faults: [],
    async value(value, path) {
      if (isRecord(value)) await readForm(value, path, reading);
      else if (Array.isArray(value)) await readList(value as readonly Json[], path, reading);
      else reading.unread.push({ path, reason: notOurs });
    },
    async text(text, path, name) {
      if (/\.(?:json|ya?ml)$/i.test(name) || isJsonText(text) || path.length === 0)
        await readText(text, path, name, reading);
      else if (isRuleText(text)) await readText(text, path, `${name}.yaml`, reading);
      else reading.unread.push({ path, reason: notOurs });
    },
  };
  return reading;
}

/** True where a text without a telling name may be the rules of Prometheus. */
function isRuleText(text: string): boolean {
  return /^groups:/m.test(text);
}

async function readText(text: string, path: JsonPath, name: string, reading: Reading): Promise<void> {
  const isYamlName = /\.ya?ml$/i.test(name);
  if (isJsonText(text) || /\.json$/i.test(name)) {
    const parsed = parseJson(text);
    if ('value' in parsed) {
      reading.embedded.push({ path, layer: new JsonLayer(text) });
      await reading.value(parsed.value, path);
      return;
    }
    if (!isYamlName || parsed.fault.problem !== 'not-json') {
      reading.embedded.push({ path, layer: new JsonLayer('') });
      reading.faults.push({ ...parsed.fault, path });
      return;
    }
  }
  await readYaml(text, path, reading);
}

async function readYaml(text: string, path: JsonPath, reading: Reading): Promise<void> {
  const { parseYaml } = await import('./yaml-text.js');
  const { documents, single, layer } = parseYaml(text);
  reading.embedded.push({ path, layer });
  if (documents.length === 0)
    reading.faults.push({ problem: 'empty', message: 'there is nothing but comments here', offset: 0, path });
  for (const [index, parsed] of documents.slice(0, limits.items).entries()) {
    const place = single ? path : [...path, index];
    if ('fault' in parsed) reading.faults.push({ ...parsed.fault, path });
    else if (parsed.value !== null || single) await reading.value(parsed.value, place);
  }
  if (documents.length > limits.items)
    reading.unread.push({ path, reason: `more than ${limits.items} documents: the rest is not read` });
}

async function readList(list: readonly Json[], path: JsonPath, reading: Reading): Promise<void> {
  const objects = list.slice(0, limits.items);
  if (!objects.some(isRecord)) {
    reading.unread.push({ path, reason: notOurs });
    return;
  }
  for (const [index, item] of objects.entries()) await reading.value(item, [...path, index]);
  if (list.length > limits.items)
    reading.unread.push({ path, reason: `more than ${limits.items} items: the rest is not read` });
}

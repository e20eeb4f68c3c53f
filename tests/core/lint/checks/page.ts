import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LintContext } from '../../../../src/core/lint/check.js';
import type { Json, JsonObject } from '../../../../src/core/model/json.js';
import { repository } from '../../../meta/tree.js';
import { contextOf, type ContextFacts } from './contexts.js';
import { bareContext, cleanDashboard } from '../lint-one.js';

/** An example of a page: what is linted, what is known, and what is found. */
export interface PageExample {
  /** A merge patch of the clean dashboard, or the text of a whole file. */
  readonly patch: JsonObject | undefined;
  readonly file: { readonly name: string; readonly text: string } | undefined;
  readonly context: LintContext;
  readonly findings: readonly string[];
}

/** The page of a check. */
export interface Page {
  readonly title: string;
  readonly severity: string | undefined;
  readonly sections: readonly string[];
  readonly examples: readonly PageExample[];
  /** An example that takes the command. */
  readonly session: PageSession | undefined;
}

/** Files, what is run beside them, and the lines about the finding that come of it. */
export interface PageSession {
  readonly files: Readonly<Record<string, string>>;
  readonly script: string;
  readonly lines: readonly string[];
}

/** Reads the page of a check in docs/checks. */
export function readPage(id: string): Page {
  const text = readFileSync(join(repository, 'docs/checks', `${id}.md`), 'utf8');
  const session = sessionIn(text);
  return {
    title: /^# (.*)$/m.exec(text)?.[1] ?? '',
    severity: /^Severity: (error|warning|note)\b/m.exec(text)?.[1],
    sections: [...text.matchAll(/^## (.*)$/gm)].map(([, title = '']) => title),
    examples: session === undefined ? examplesIn(text) : [],
    session,
  };
}

const block = /^```(.*)\n([\s\S]*?)^```$/gm;

/** Blocks with a file name, one `sh`, and one `text`. */
function sessionIn(page: string): PageSession | undefined {
  const blocks = [...page.matchAll(block)].map(([, info = '', body = '']) => ({ info: info.trim(), body }));
  const script = blocks.find(({ info }) => info === 'sh');
  if (script === undefined) return undefined;
  const files = blocks.flatMap(({ info, body }) => {
    const [, name] = info.split(' ');
    return name === undefined ? [] : [[name, body] as const];
  });
  const said = blocks.find(({ info }) => info === 'text')?.body ?? '';
  return {
    files: Object.fromEntries(files),
    script: script.body,
    lines: said.split('\n').filter((line) => line !== ''),
  };
}

/** The blocks of an example come in any order, but the findings last. */
function examplesIn(page: string): readonly PageExample[] {
  const examples: PageExample[] = [];
  let example: Partial<PageExample> = {};
  const [, afterHeading = ''] = page.split(/^## Example.*$/m);
  const [section = ''] = afterHeading.split(/^## (?!Example)/m);
  for (const [, info = '', body = ''] of section.matchAll(block)) {
    const [language = '', role] = info.trim().split(' ');
    if (language === 'text') {
      examples.push({
        patch: undefined,
        file: undefined,
        context: bareContext,
        ...example,
        findings: body.split('\n').filter((line) => line !== ''),
      });
      example = {};
    } else if (role === 'context') example = { ...example, context: contextOf(JSON.parse(body) as ContextFacts) };
    else if (language === 'json' && role === undefined) example = { ...example, patch: JSON.parse(body) as JsonObject };
    else example = { ...example, file: { name: `example.${language}`, text: body } };
  }
  return examples;
}

/**
 * The clean dashboard with a JSON merge patch (RFC 7386): objects merge, lists replace, null removes. Keys such as
 * `panels/1/title` lead through objects and lists.
 */
export function patched(patch: JsonObject): JsonObject {
  const dashboard = cleanDashboard();
  for (const [key, value] of Object.entries(patch)) write(dashboard, key.split('/'), value ?? null);
  return dashboard;
}

function write(owner: { [key: string]: Json }, [key = '', ...rest]: readonly string[], value: Json): void {
  if (rest.length > 0) write(owner[key] as { [key: string]: Json }, rest, value);
  else if (value === null) Reflect.deleteProperty(owner, key);
  else owner[key] = merged(owner[key], value);
}

function merged(old: Json | undefined, value: Json): Json {
  if (!isObject(value)) return value;
  const result: { [key: string]: Json } = isObject(old) ? { ...(old as { [key: string]: Json }) } : {};
  for (const [key, item] of Object.entries(value)) {
    if (item === null || item === undefined) Reflect.deleteProperty(result, key);
    else result[key] = merged(result[key], item);
  }
  return result;
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../meta/tree.js';
import type { Project } from './project.js';

/** A change of the starter project, and what `build` then says. */
export interface BuildExample {
  /** Whole files, by path. */
  readonly files: Readonly<Record<string, string>>;
  readonly edits: readonly Edit[];
  /** What is printed about it, as the page shows it. */
  readonly says: string;
}

/** A piece of text of a file, and what stands there instead. */
interface Edit {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

const block = /^```(\w+)(?: file=(\S+))?\n([\s\S]*?)^```$/gm;

/** The text of a page of docs. */
export function textOf(path: string): string {
  return readFileSync(join(repository, 'docs', path), 'utf8');
}

/** A section of a page, by its heading; the empty text where it has none. */
export function sectionOf(page: string, heading: string): string {
  const [, after = ''] = page.split(new RegExp(`^## ${heading}$`, 'm'));
  return after.split(/^## /m)[0] ?? '';
}

/** Reads the example of a section: `diff` blocks, files, and what is said in the end. */
export function exampleIn(section: string): BuildExample {
  const blocks = [...section.matchAll(block)].map(([, language = '', file = '', text = '']) => ({
    language,
    file,
    text,
  }));
  return {
    files: Object.fromEntries(
      blocks.flatMap(({ language, file, text }) => (file === '' || language === 'diff' ? [] : [[file, text]])),
    ),
    edits: blocks.flatMap(({ language, file, text }) => (language === 'diff' ? editsIn(file, text) : [])),
    says: blocks.find(({ language }) => language === 'text')?.text ?? '',
  };
}

/** Makes the change of an example. */
export function change(project: Project, { files, edits }: BuildExample): void {
  project.write(files);
  for (const { file, from, to } of edits) {
    if (project.read(file).split(from).length > 2) throw new Error(`${file} has this more than once:\n${from}`);
    project.edit(file, from, to);
  }
}

/** The hunks of a diff: lines that stay or go, then lines that come. */
function editsIn(file: string, diff: string): readonly Edit[] {
  const hunks = diff.trimEnd().split(/(?<=^\+.*)\n(?=[^+])/m);
  return hunks.map((hunk) => ({ file, from: linesOf(hunk, '-'), to: linesOf(hunk, '+') }));
}

function linesOf(hunk: string, sign: '-' | '+'): string {
  const lines = hunk.split('\n').filter((line) => line === '' || line.startsWith(' ') || line.startsWith(sign));
  return lines.map((line) => line.slice(1)).join('\n');
}

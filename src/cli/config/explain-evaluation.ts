import { readFileSync } from 'node:fs';
import { nearest } from '../../core/text/nearest.js';
import type { Position } from '../../core/model/position.js';
import type { Bundle } from './bundle-config.js';
import type { Fault } from '../fault.js';
import { describe } from './places.js';
import { relativePath } from '../relative-path.js';

const missingExport = /^The requested module '(file:[^']*)' does not provide an export named '([^']+)'/;

/** Explains what a configuration threw without a line of it taking part: above all, the import of a name that dashpack does not export. */
export async function explainEvaluation(error: unknown, bundle: Bundle, cwd: string): Promise<Fault> {
  const [, url, name] = missingExport.exec(describe(error)) ?? [];
  if (url === undefined || name === undefined) {
    const file = relativePath(cwd, bundle.file);
    return {
      message: `${file}: ${describe(error)}`,
      next: 'correct the configuration and run dashpack again',
      exitCode: 2,
    };
  }
  const meant = nearest(name, Object.keys((await import(url)) as object));
  return {
    message: `dashpack does not export "${name}"${meant === undefined ? '' : `: did you mean "${meant}"?`}`,
    position: findImport(name, bundle.inputs, cwd),
    next: 'correct the import and run dashpack again',
    exitCode: 2,
  };
}

/** The first place in the sources where the name is imported from dashpack. */
function findImport(name: string, inputs: readonly string[], cwd: string): Position | undefined {
  const statement = new RegExp(String.raw`\b(?:import|export)\b[^;'"]*?\b(?=${name}\b)[^;'"]*?\bfrom\s*['"]dashpack\b`);
  for (const file of inputs) {
    const text = readFileSync(file, 'utf8');
    const match = statement.exec(text);
    if (match === null) continue;
    const before = text.slice(0, match.index + match[0].search(new RegExp(String.raw`\b${name}\b`)));
    const lines = before.split('\n');
    return { file: relativePath(cwd, file), line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
  }
  return undefined;
}

import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject, Piece } from './pieces.js';
import { readDiagnostics, repository, runCompiler } from '../types/diagnostics.js';

/** The problems of a piece, in the compiler's words. */
export interface Fault {
  readonly piece: string;
  readonly message: string;
}

/**
 * Compiles pieces against the types of Grafana, each as a literal, so that a property which no type has is an error.
 * Returns what the compiler said of each.
 */
export function compilePieces(pieces: readonly Piece[]): readonly Fault[] {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'dashpack-conformance-')));
  try {
    const head = `import type { Dashboard, Panel, Row } from '${import.meta.dirname}/panel-types.js';`;
    const lines = pieces.map(({ json }, index) => `export const p${index}: ${typeOf(json)} = ${JSON.stringify(json)};`);
    writeFileSync(join(folder, 'pieces.mts'), [head, ...lines, ''].join('\n'));
    const settings = {
      extends: join(repository, 'tsconfig.json'),
      compilerOptions: { types: [], noUnusedLocals: false },
      include: ['pieces.mts'],
      exclude: [],
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings));
    const { printed } = runCompiler(folder, ['-p', '.', '--pretty', 'false']);
    return readDiagnostics(printed).map(({ line, message }) => ({ piece: pieces[line - 2]?.name ?? '', message }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function typeOf({ type }: JsonObject): string {
  if (type === undefined) return 'Dashboard';
  return type === 'row' ? 'Row' : `Panel<${JSON.stringify(type)}>`;
}

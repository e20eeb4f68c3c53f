import { spawnSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The checkout that is tested. */
export const repository = resolve(import.meta.dirname, '../..');

/** What `tsc --pretty false` printed of one error: its place, and its message with the lines that explain it. */
export interface Diagnostic {
  readonly file: string;
  readonly line: number;
  readonly code: string;
  readonly message: string;
}

/** Runs the compiler of this repository in a folder; returns its exit code and all that it printed. */
export function runCompiler(
  folder: string,
  args: readonly string[],
): { readonly code: number | null; readonly printed: string } {
  const { status, stdout, stderr, error } = spawnSync(
    process.execPath,
    [join(repository, 'node_modules/typescript/bin/tsc'), ...args],
    { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  if (error !== undefined) throw error;
  return { code: status, printed: stdout + stderr };
}

/**
 * Writes the declarations that the package ships into `<folder>/dashpack`, with the packages that they import in reach.
 */
export function emitDeclarations(folder: string): void {
  symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'));
  const { code, printed } = runCompiler(repository, [
    '-p',
    'tsconfig.build.json',
    '--outDir',
    join(folder, 'dashpack'),
    '--pretty',
    'false',
  ]);
  if (code !== 0) throw new Error(`the declarations could not be written:\n${printed}`);
}

const head = /^(.+?)\((\d+),\d+\): error (TS\d+): (.*)$/;

/** Reads what `tsc --pretty false` printed. A line that begins with a space belongs to the error above it. */
export function readDiagnostics(printed: string): readonly Diagnostic[] {
  const found: { file: string; line: number; code: string; message: string }[] = [];
  for (const text of printed.split('\n')) {
    const match = head.exec(text);
    const last = found.at(-1);
    if (match !== null) {
      const [, file = '', line = '', code = '', message = ''] = match;
      found.push({ file, line: Number(line), code, message });
    } else if (text.startsWith(' ') && last !== undefined) {
      last.message += `\n${text}`;
    } else if (text !== '') {
      throw new Error(`this is not a line of an error: ${text}`);
    }
  }
  return found;
}

import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { FaultsError } from '../fault.js';

/** How to start the TypeScript compiler. */
export interface Compiler {
  readonly command: string;
  /** The arguments before the compiler's own. */
  readonly args: readonly string[];
  readonly version: string;
}

/**
 * Finds the native TypeScript compiler of the running dashpack: its binary itself, since the package's script would
 * cost another start of Node. Where the binary is not where it is expected, the script is what is started.
 *
 * @throws FaultsError where TypeScript is not installed
 */
export function findCompiler(home: string): Compiler {
  try {
    const manifest = createRequire(join(home, 'package.json')).resolve('typescript/package.json');
    const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { readonly version: string };
    const binary = findBinary(manifest);
    if (binary !== undefined) return { command: binary, args: [], version };
    return { command: process.execPath, args: [join(dirname(manifest), 'bin', 'tsc')], version };
  } catch (error) {
    const message = 'the types cannot be checked: the package typescript is not installed beside dashpack';
    throw new FaultsError([{ message, next: 'npm install, or run with --no-type-check', exitCode: 3 }], error);
  }
}

function findBinary(manifest: string): string | undefined {
  try {
    const platform = `@typescript/typescript-${process.platform}-${process.arch}/package.json`;
    const folder = dirname(createRequire(manifest).resolve(platform));
    const binary = join(folder, 'lib', process.platform === 'win32' ? 'tsc.exe' : 'tsc');
    return existsSync(binary) ? binary : undefined;
  } catch {
    return undefined;
  }
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The parts that the command line reads of the running copy's package.json. */
export interface Manifest {
  readonly version: string;
  /** The modules that a configuration can import: the name, as `dashpack/panels`, and the file, absolute. */
  readonly entries: readonly (readonly [name: string, file: string])[];
}

/**
 * Reads the package.json of the running copy.
 *
 * @param home its folder
 */
export function readManifest(home: string): Manifest {
  const { version, exports } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as {
    readonly version: string;
    readonly exports: Readonly<Record<string, string | { readonly default: string }>>;
  };
  const entries = Object.entries(exports).flatMap(([path, target]): Manifest['entries'] =>
    typeof target === 'string' ? [] : [[`dashpack${path.slice(1)}`, join(home, target.default)]],
  );
  return { version, entries };
}

import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Bundle } from './bundle-config.js';
import { explainEvaluation } from './explain-evaluation.js';
import { FaultsError } from '../fault.js';
import { createPlaces, type Places } from './places.js';

/** The exports of a configuration module, and the way from its places back to the sources. */
export interface Evaluated {
  readonly exports: Readonly<Record<string, unknown>>;
  readonly places: Places;
}

/**
 * Runs a bundled configuration. It stands in a private temporary folder only while it is loaded.
 *
 * @throws FaultsError with the line that threw
 */
export async function evaluateBundle(bundle: Bundle, cwd: string): Promise<Evaluated> {
  const folder = createFolder();
  try {
    const path = join(folder, 'config.mjs');
    writeFileSync(path, bundle.code);
    const url = pathToFileURL(path).href;
    const places = createPlaces({ url, map: bundle.map, folder: dirname(bundle.file), cwd });
    try {
      return { exports: (await import(url)) as Evaluated['exports'], places };
    } catch (error) {
      throw new FaultsError([places.fault(error) ?? (await explainEvaluation(error, bundle, cwd))], error);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function createFolder(): string {
  try {
    return realpathSync(mkdtempSync(join(tmpdir(), 'dashpack-')));
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    const message = `cannot write into the temporary folder ${tmpdir()} (${code})`;
    throw new FaultsError(
      [{ message, next: 'name a writable folder in the environment variable TMPDIR', exitCode: 2 }],
      error,
    );
  }
}

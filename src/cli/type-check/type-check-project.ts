import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findAbove } from '../find-above.js';
import { listTsconfigChain } from './tsconfig-chain.js';

/** A generated tsconfig for exactly the files that a configuration reaches. */
export interface TypeCheckProject {
  readonly tsconfig: string;
  readonly text: string;
  /** Where its verdict is remembered. */
  readonly verdict: string;
  /** The files besides the sources on which the verdict depends. */
  readonly settings: readonly string[];
  /** Removes what was written for this run only. */
  dispose(): void;
}

/** The settings where the user has none: strict, and modules as Node has them. */
const defaults = {
  target: 'es2023',
  lib: ['es2023'],
  module: 'nodenext',
  moduleDetection: 'force',
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  resolveJsonModule: true,
};

/** Nothing is emitted, and only the configuration's files are looked at; `null` takes an inherited setting back. */
const overrides = {
  noEmit: true,
  composite: false,
  incremental: false,
  declarationMap: false,
  isolatedDeclarations: false,
  emitDeclarationOnly: false,
  rootDir: null,
  outDir: null,
  skipLibCheck: true,
};

/** Writes the project of a configuration file. It extends the user's nearest tsconfig.json. */
export function createTypeCheckProject(config: string): TypeCheckProject {
  const folder = dirname(config);
  const tsconfig = findAbove(folder, 'tsconfig.json');
  const base =
    tsconfig === undefined
      ? { compilerOptions: { ...defaults, ...overrides } }
      : { extends: tsconfig, compilerOptions: overrides };
  const text = `${JSON.stringify({ ...base, files: [config], include: [], exclude: [], references: [] }, null, 2)}\n`;
  const settings = [
    ...(tsconfig === undefined ? [] : listTsconfigChain(tsconfig)),
    ...['package.json', 'package-lock.json'].flatMap((name) => findAbove(folder, name) ?? []),
  ];
  const name = createHash('sha256').update(text).digest('hex').slice(0, 16);
  const modules = findAbove(folder, 'node_modules');
  return { text, settings, ...(writeBeside(modules, name, text) ?? writeTemporary(modules, name, text)) };
}

type Written = Pick<TypeCheckProject, 'tsconfig' | 'verdict' | 'dispose'>;

/** Packages with types are looked for from the tsconfig's folder upwards, so it stands below `node_modules`. */
function writeBeside(modules: string | undefined, name: string, text: string): Written | undefined {
  if (modules === undefined) return undefined;
  const cache = join(modules, '.cache', 'dashpack');
  const tsconfig = join(cache, `tsconfig-${name}.json`);
  try {
    mkdirSync(cache, { recursive: true });
    const draft = `${tsconfig}.${process.pid}.tmp`;
    writeFileSync(draft, text);
    renameSync(draft, tsconfig);
    return { tsconfig, verdict: join(cache, `types-${name}.json`), dispose: () => undefined };
  } catch {
    return undefined;
  }
}

function writeTemporary(modules: string | undefined, name: string, text: string): Written {
  const folder = mkdtempSync(join(tmpdir(), 'dashpack-types-'));
  if (modules !== undefined && existsSync(modules)) symlinkSync(modules, join(folder, 'node_modules'), 'junction');
  const tsconfig = join(folder, 'tsconfig.json');
  writeFileSync(tsconfig, text);
  return {
    tsconfig,
    verdict: join(tmpdir(), `dashpack-types-${name}.json`),
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
}

import type { Fault } from '../fault.js';
import { findCompiler } from './find-compiler.js';
import { isWithoutCache, type Host } from '../host.js';
import { runCompiler, type CompilerRun } from './run-compiler.js';
import { createTypeCheckProject } from './type-check-project.js';
import { readVerdict, writeVerdict } from './verdict-cache.js';

/** A type check that runs beside the build. */
export interface TypeCheck {
  /**
   * Waits for the verdict: the type errors, or nothing.
   *
   * @param inputs the files of the bundled configuration: the compiler must have seen those in TypeScript
   */
  finish(inputs: readonly string[]): Promise<readonly Fault[]>;
  /** Every file on which a verdict without errors depends, absolute; nothing before there is one. */
  files(): readonly string[];
  /** Ends it without a verdict. */
  cancel(): void;
}

/**
 * Starts the type check of exactly the files that a configuration reaches. Where the same files passed before, the
 * compiler is not started.
 *
 * @throws FaultsError where there is no compiler
 */
export function startTypeCheck(config: string, host: Host): TypeCheck {
  const compiler = findCompiler(host.home);
  const project = createTypeCheckProject(config);
  const settings = `typescript ${compiler.version}\n${project.text}`;
  const isRemembered = !isWithoutCache(host);
  const seen = isRemembered ? readVerdict(project.verdict, settings) : undefined;
  const start = (): CompilerRun => runCompiler(compiler, project.tsconfig, host.cwd);
  let run = seen === undefined ? start() : undefined;
  let passed: readonly string[] = [];
  return {
    files: () => passed,
    async finish(inputs) {
      if (run === undefined && seen !== undefined && inputs.filter(isSource).every((input) => seen.has(input))) {
        passed = [...seen];
        project.dispose();
        return [];
      }
      run ??= start();
      const { faults, files } = await run.result;
      if (faults.length === 0) {
        passed = [...files, ...project.settings];
        if (isRemembered) writeVerdict(project.verdict, settings, passed, run.began);
      }
      project.dispose();
      return faults;
    },
    cancel() {
      run?.kill();
      project.dispose();
    },
  };
}

function isSource(path: string): boolean {
  return /\.[cm]?tsx?$/.test(path) && !/[\\/]node_modules[\\/]/.test(path);
}

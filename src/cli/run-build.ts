import { dirname, join, resolve } from 'node:path';
import type { Artifact } from '../core/model/artifact.js';
import type { Finding } from '../core/model/finding.js';
import { attempt } from './attempt.js';
import type { BuildSink } from './build-packs.js';
import { bundleConfig } from './config/bundle-config.js';
import type { Fault } from './fault.js';
import { findConfig } from './config/find-config.js';
import type { Host } from './host.js';
import { watchInterruption, type Signal } from './interruption.js';
import { notToldBefore } from './lint/not-told-before.js';
import { startBuildLint, type BuildLint } from './lint/build-lint.js';
import { loadConfig, type LoadedConfig } from './config/load-config.js';
import type { BuildOptions } from './options/build.js';
import type { SkippedGate } from './outcome.js';
import { selectPacks } from './config/select-packs.js';
import { findAbove } from './find-above.js';
import { expectGrowth, type Growth } from './stamp/growth.js';
import { startTypeCheck } from './type-check/type-check.js';

/** Where artifacts go: onto the disk, or beside what is there. */
export interface Target<Result> extends Pick<BuildSink, 'dashboard' | 'rules'> {
  stage(pack: string, artifact: Artifact): Promise<void>;
  /** The last step. */
  finish(): Promise<Result>;
  /** Gives up; does nothing after the last step. */
  abort(): Promise<void>;
}

/** The result of a run. */
export interface BuildRun<Result> {
  /** The output folder, absolute. */
  readonly out: string;
  /** Absent where something kept the run from its last step. */
  readonly result: Result | undefined;
  readonly findings: readonly Finding[];
  readonly faults: readonly Fault[];
  readonly skipped: readonly SkippedGate[];
  /** The titles of the dashboards by `<pack>/<path>` of their files. */
  readonly titles: ReadonlyMap<string, string>;
  readonly signal: Signal | undefined;
  /** The configuration file, absolute. */
  readonly config: string;
  /** The files that it read, absolute. */
  readonly read: readonly string[];
  /** The files, absolute, that alone decided what came of it; undefined where it may have been something else as well. */
  readonly sources: readonly string[] | undefined;
  /** The folders that were missing when it began, and that a build creates. */
  readonly growth: readonly Growth[];
}

/**
 * Loads the configuration, builds its packs into a target, and takes the last step where neither a finding nor the
 * compiler, which looks at the types meanwhile, objects.
 *
 * @throws Failure, FaultsError where the configuration cannot be read
 */
export async function runBuild<Result>(
  options: BuildOptions,
  host: Host,
  open: (out: string, packs: readonly string[], loaded: LoadedConfig) => Promise<Target<Result>>,
): Promise<BuildRun<Result>> {
  const file = findConfig(options.config, host.cwd);
  const out = options.out === undefined ? join(dirname(file), 'generated') : resolve(host.cwd, options.out);
  const growth = listGrowth(file, out, host);
  const bundling = bundleConfig(file, host);
  bundling.catch(() => undefined); // it is awaited below, but may fail before
  const types = options.typeCheck ? startTypeCheck(file, host) : undefined;
  const interruption = watchInterruption(host.events);
  const titles = new Map<string, string>();
  let target = undefined as Target<Result> | undefined;
  try {
    const [bundle, { buildPacks }] = await Promise.all([bundling, import('./build-packs.js')]);
    const built = await attempt(async () => {
      const loaded = await interruption.wait(loadConfig(bundle, host.cwd));
      const packs = selectPacks(loaded, options.pack);
      const opened = await open(
        out,
        packs.map(({ name }) => name),
        loaded,
      );
      target = opened;
      interruption.hearSignals();
      const lint = startBuildLint(file, loaded, host);
      const found = await buildPacks(
        packs,
        loaded.config.packs,
        loaded.places,
        interruption,
        sinkOf(opened, titles, lint),
      );
      return [...found, ...notToldBefore(lint.finish(), found)];
    });
    const compiled = await attempt(async () => {
      return types === undefined ? [] : interruption.wait(types.finish(bundle.inputs));
    });
    const typeErrors = compiled.result ?? compiled.faults;
    // What code does that does not type-check is mostly a consequence of that: first things first.
    const isUntyped = typeErrors.some(({ exitCode }) => exitCode === 2);
    const findings = isUntyped ? [] : (built.result ?? []);
    const faults = isUntyped ? typeErrors : [...typeErrors, ...built.faults];
    const signal = built.signal ?? compiled.signal;
    const isStopped =
      faults.length > 0 || signal !== undefined || findings.some(({ severity }) => severity === 'error');
    const finished = await attempt(async () => (isStopped ? undefined : target?.finish()));
    const read = [...bundle.inputs, ...(types?.files() ?? [])];
    return {
      out,
      findings,
      titles,
      signal,
      config: file,
      growth,
      read,
      sources: bundle.isPure ? read : undefined,
      faults: [...faults, ...finished.faults],
      result: finished.result,
      skipped: options.typeCheck ? [] : [{ gate: 'type check', reason: '--no-type-check' }],
    };
  } finally {
    interruption.stop();
    types?.cancel();
    await target?.abort();
  }
}

/** A build creates its output folder, and the folders of what it remembers. */
function listGrowth(file: string, out: string, host: Host): readonly Growth[] {
  const modules = [host.cwd, dirname(file)].flatMap((folder) => findAbove(folder, 'node_modules') ?? []);
  const folders = new Set([out, ...modules.map((folder) => join(folder, '.cache', 'dashpack'))]);
  return [...folders].flatMap((folder) => expectGrowth(folder) ?? []);
}

function sinkOf<Result>(target: Target<Result>, titles: Map<string, string>, lint: BuildLint): BuildSink {
  return {
    stage: (pack, artifact) => target.stage(pack.name, artifact),
    async dashboard(built) {
      titles.set(built.name, built.facts.ref.title);
      await lint.dashboard(built);
      await target.dashboard?.(built);
    },
    rules: (built) => target.rules?.(built),
  };
}

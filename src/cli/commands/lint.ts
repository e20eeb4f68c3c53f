import { existsSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { catalogLookup } from '../../core/catalog/lookup.js';
import { readCatalog } from '../../core/lint/catalog/read-catalog.js';
import type { LintContext } from '../../core/lint/check.js';
import { isAtLeast } from '../../core/lint/run/lint-run.js';
import { Failure } from '../../core/model/failure.js';
import type { Finding } from '../../core/model/finding.js';
import { reportGrouped } from '../../core/report/grouped.js';
import { defaultConfig } from '../config/find-config.js';
import { loadPacks, type LoadedPacks } from '../config/load-packs.js';
import type { Fault } from '../fault.js';
import type { Host } from '../host.js';
import { watchInterruption, type Interruption } from '../interruption.js';
import { applyBaseline } from '../lint/baseline-file.js';
import { lintFiles, type FixedFile } from '../lint/lint-files.js';
import { lintPacks } from '../lint/lint-packs.js';
import { setUpLint, type LintSetup } from '../lint/lint-settings.js';
import type { LintOptions } from '../lint/options.js';
import { notToldBefore } from '../lint/not-told-before.js';
import { packContext } from '../lint/pack-context.js';
import { countSeverities, printSummary, skippedOf } from '../lint/print-lint.js';
import { walk } from '../lint/walk.js';
import { watchedFolders } from '../lint/watched-folders.js';
import { nothing, type Outcome } from '../outcome.js';
import { watching } from '../watch/watching.js';

/** The findings of a run. */
interface Linted {
  readonly setup: LintSetup;
  /** Of building the packs. */
  readonly findings: readonly Finding[];
  readonly fixed: readonly FixedFile[];
  readonly packs: readonly string[];
  readonly isLinted: (file: string) => boolean;
  /** The files that were read, absolute. */
  readonly read: readonly string[];
}

/**
 * `dashpack lint`: what is wrong in the configured packs, or in files that anybody wrote; with `--watch` after each change.
 *
 * @throws Failure where a path, a check or a pack is named that there is none of
 */
export async function lint(paths: readonly string[], options: LintOptions, host: Host): Promise<Outcome> {
  if (options.watch !== true) return lintOnce(paths, options, host);
  const folders = watchedFolders(paths, options, host);
  return watching({ once: () => lintOnce(paths, options, host), folders }, options, host);
}

async function lintOnce(paths: readonly string[], options: LintOptions, host: Host): Promise<Outcome> {
  const began = performance.now();
  const interruption = watchInterruption(host.events);
  try {
    const { setup, findings, fixed, packs, isLinted, read } = await (paths.length === 0
      ? lintConfigured(options, host, interruption)
      : lintPaths(paths, options, host, interruption));
    const report = setup.run.finish();
    const { fresh, known, gone } = applyBaseline(notToldBefore(report.findings, findings), options, host.cwd, isLinted);
    const shown = fresh.filter((finding) => isAtLeast(finding, options.minSeverity));
    const { counts, suppressed, notChecked } = report;
    const nothingChecked = counts.dashboards + counts.rules === 0;
    const milliseconds = Math.round(performance.now() - began);
    const summary = {
      report,
      shown,
      fixed,
      known: known.length,
      gone: gone.length,
      baseline: options.baseline,
      fixable: shown.filter((finding) => report.fixable.has(finding)).length,
      packs,
      milliseconds,
    };
    return {
      ...nothing,
      findings,
      read: [
        ...read,
        ...[options.baseline, options.catalog].flatMap((file) => (file === undefined ? [] : resolve(host.cwd, file))),
      ],
      told: shown,
      faults: nothingChecked ? [checkedNothing(paths, report.findings.length)] : [],
      skipped: skippedOf(notChecked),
      report: isSilent(shown, options) ? '' : reportGrouped(shown, { colour: isColoured(options, host) }),
      summary: nothingChecked ? '' : printSummary(summary),
      data: {
        checked: counts,
        found: countSeverities(shown),
        suppressed,
        known: known.length,
        gone,
        fixed: fixed.map(({ file, findings: put }) => ({ file, checks: put.map(({ id }) => id) })),
        notChecked,
        milliseconds,
      },
    };
  } finally {
    interruption.stop();
  }
}

async function lintConfigured(options: LintOptions, host: Host, interruption: Interruption): Promise<Linted> {
  if (options.catalog !== undefined)
    throw new Failure('a pack has its own catalog', { next: 'leave out --catalog, or name files to lint' });
  if (options.fix === true)
    throw new Failure('--fix corrects JSON files, not TypeScript', { next: 'leave it out, or name files to lint' });
  const loaded = await loadPacks(options, host, interruption);
  const { packs, places } = loaded;
  const setup = setUpLint(loaded, options, options.pack.length === 0);
  const findings = await lintPacks(packs, setup, places, interruption);
  return {
    setup,
    findings,
    fixed: [],
    packs: packs.map(({ name }) => name),
    isLinted: () => true,
    read: loaded.inputs,
  };
}

async function lintPaths(
  paths: readonly string[],
  options: LintOptions,
  host: Host,
  interruption: Interruption,
): Promise<Linted> {
  const walked = walk(paths, host.cwd);
  const isConfigured =
    options.config !== undefined || options.pack.length > 0 || existsSync(resolve(host.cwd, defaultConfig));
  const loaded = isConfigured ? await loadPacks(options, host, interruption) : undefined;
  const setup = setUpLint(loaded, options, false);
  const context = { ...setup.context, ...contextOf(options, loaded, host) };
  const fixed = await lintFiles(
    walked,
    { ...setup, context },
    { fix: options.fix ?? false, minSeverity: options.minSeverity },
    () => interruption.wait(turn()),
  );
  const linted = new Set(walked.files.map(({ name }) => name));
  const folders = paths.filter((path) => statSync(resolve(host.cwd, path)).isDirectory());
  const isLinted = (file: string): boolean =>
    linted.has(file) || folders.some((folder) => isBelow(resolve(host.cwd, file), resolve(host.cwd, folder)));
  const read = [...walked.files.map(({ path }) => path), ...(loaded?.inputs ?? [])];
  return { setup, findings: [], fixed, packs: [], isLinted, read };
}

function contextOf(
  { catalog, pack: names }: LintOptions,
  loaded: LoadedPacks | undefined,
  host: Host,
): Partial<LintContext> {
  if (names.length > 1) throw new Failure('files are linted for one pack at a time', { next: 'give --pack once' });
  const [pack] = loaded === undefined || names.length === 0 ? [] : loaded.packs;
  const known = pack === undefined ? {} : packContext(pack);
  return catalog === undefined
    ? known
    : { ...known, catalog: catalogLookup(readCatalog(readCatalogFile(catalog, host.cwd), catalog)) };
}

function readCatalogFile(name: string, cwd: string): string {
  try {
    return readFileSync(resolve(cwd, name), 'utf8');
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw new Failure(`the catalog ${name} cannot be read (${code})`, {
      next: 'name a /metrics page or the JSON of /api/v1/metadata',
      cause: error,
    });
  }
}

function isSilent(findings: readonly Finding[], { quiet, failOn = 'error' }: LintOptions): boolean {
  return quiet === true && !findings.some((finding) => isAtLeast(finding, failOn));
}

function isColoured({ color }: LintOptions, { stdout, env }: Host): boolean {
  return color && stdout.isTTY === true && (env['NO_COLOR'] ?? '') === '';
}

function isBelow(path: string, folder: string): boolean {
  return path.startsWith(`${folder}/`) || path.startsWith(`${folder}\\`);
}

/** A green result that checked nothing would be a lie. */
function checkedNothing(paths: readonly string[], findings: number): Fault {
  const where = paths.length === 0 ? 'the configured packs' : paths.join(', ');
  return {
    message: `nothing was checked: ${where} ${paths.length === 1 ? 'has' : 'have'} no dashboard and no rule${findings === 0 ? '' : ' that can be read'}`,
    next: paths.length === 0 ? 'list a dashboard in a pack' : 'name dashboards (JSON, YAML) or Prometheus rule files',
    exitCode: 3,
  };
}

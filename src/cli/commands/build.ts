import { dirname, join } from 'node:path';
import { openTransaction, type PackSummary, type WriteSummary } from '../../core/emit/transaction.js';
import { findConfig } from '../config/find-config.js';
import type { Host } from '../host.js';
import type { BuildOptions, WatchedBuildOptions } from '../options/build.js';
import { nothing, type Outcome } from '../outcome.js';
import { nextPage } from '../next-page.js';
import { count, printList, seconds } from '../print-list.js';
import { relativePath } from '../relative-path.js';
import { runBuild, type BuildRun } from '../run-build.js';
import { createRecord, type BuildRecord } from '../stamp/build-record.js';
import { sourceFolders } from '../watch/source-folders.js';
import { watching } from '../watch/watching.js';

/** `dashpack build`: writes what the configured packs generate, with `--watch` after each change. */
export async function build(options: WatchedBuildOptions, host: Host): Promise<Outcome> {
  if (options.watch !== true) return buildOnce(options, host);
  const folder = dirname(findConfig(options.config, host.cwd));
  const folders = (isComplete: boolean): readonly string[] => (isComplete ? [] : sourceFolders(folder));
  return watching({ once: () => buildOnce(options, host), folders }, options, host);
}

async function buildOnce(options: BuildOptions, host: Host): Promise<Outcome> {
  const began = performance.now();
  const beganAt = Date.now();
  const record = createRecord();
  const run = await runBuild<WriteSummary>(options, host, async (out, packs, { isPure }) => {
    const transaction = await openTransaction({ out, packs });
    return {
      stage(pack, artifact) {
        if (isPure) record.note(pack, artifact);
        return transaction.stage(pack, artifact);
      },
      finish: () => transaction.commit(),
      abort: () => transaction.abort(),
    };
  });
  const { findings, faults, skipped, signal, result } = run;
  const milliseconds = Math.round(performance.now() - began);
  const out = relativePath(host.cwd, run.out) || '.';
  return {
    ...nothing,
    findings,
    faults,
    skipped,
    signal,
    read: run.read,
    summary: result === undefined ? describeStop(run) : describeResult(out, result, milliseconds),
    data: { out, milliseconds, written: result !== undefined, upToDate: false, packs: result?.packs ?? [] },
    again: findings.length > 0 ? undefined : again(run, record, out, beganAt),
  };
}

/** The text that the next build prints, where it has nothing to do. */
function again(run: BuildRun<WriteSummary>, record: BuildRecord, out: string, began: number): Outcome['again'] {
  const { result, config, growth, sources, skipped } = run;
  if (result === undefined || sources === undefined || !record.isComplete()) return undefined;
  const packs = result.packs.map((pack): PackSummary => ({
    ...pack,
    written: [],
    deleted: [],
    unchanged: pack.unchanged + pack.written.length,
  }));
  const outcome = {
    ...nothing,
    skipped,
    summary: describeResult(out, { packs }, undefined),
    data: { out, milliseconds: 0, written: true, upToDate: true, packs },
  };
  const finished = packs.map(({ pack, strangers }) => ({
    folder: join(run.out, pack),
    files: record.filesOf(pack),
    strangers,
  }));
  return { outcome, build: { began, config, sources, growth, packs: finished } };
}

/** A fault says itself what it left behind. */
function describeStop({ signal, faults, findings }: BuildRun<WriteSummary>): string {
  if (faults.length > 0) return '';
  return signal === undefined
    ? `Nothing was written.\n${nextPage(findings)}`
    : `Ended by ${signal}: nothing was written.\n`;
}

/** @param milliseconds undefined where nothing was built, because nothing had changed */
function describeResult(out: string, { packs }: WriteSummary, milliseconds: number | undefined): string {
  const lines = packs.flatMap((pack) => describePack(out, pack));
  const end = milliseconds === undefined ? 'unchanged since the last build' : `built in ${seconds(milliseconds)}`;
  return `${[...lines, `${count(packs.length, 'pack')} ${end}`].join('\n')}\n`;
}

function describePack(out: string, { pack, written, unchanged, deleted, strangers }: PackSummary): readonly string[] {
  return [
    `${out}/${pack}: ${written.length} written, ${unchanged} unchanged, ${deleted.length} deleted`,
    ...printList(written, '  written  '),
    ...printList(deleted, '  deleted  '),
    ...printList(
      strangers.map((path) => `${path} (kept: dashpack did not write it)`),
      '  stranger ',
    ),
  ];
}

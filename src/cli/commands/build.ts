import { openTransaction, type PackSummary, type WriteSummary } from '../../core/emit/transaction.js';
import type { Host } from '../host.js';
import type { BuildOptions } from '../options/build.js';
import { nothing, type Outcome } from '../outcome.js';
import { nextPage } from '../next-page.js';
import { count, printList, seconds } from '../print-list.js';
import { relativePath } from '../relative-path.js';
import { runBuild, type BuildRun } from '../run-build.js';

/** `dashpack build`: writes what the configured packs generate. */
export async function build(options: BuildOptions, host: Host): Promise<Outcome> {
  const began = performance.now();
  const run = await runBuild<WriteSummary>(options, host, async (out, packs) => {
    const transaction = await openTransaction({ out, packs });
    return {
      stage: (pack, artifact) => transaction.stage(pack, artifact),
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
    summary: result === undefined ? describeStop(run) : describeResult(out, result, milliseconds),
    data: { out, milliseconds, written: result !== undefined, packs: result?.packs ?? [] },
  };
}

/** A fault says itself what it left behind. */
function describeStop({ signal, faults, findings }: BuildRun<WriteSummary>): string {
  if (faults.length > 0) return '';
  return signal === undefined
    ? `Nothing was written.\n${nextPage(findings)}`
    : `Ended by ${signal}: nothing was written.\n`;
}

function describeResult(out: string, { packs }: WriteSummary, milliseconds: number): string {
  const lines = packs.flatMap((pack) => describePack(out, pack));
  return `${[...lines, `${count(packs.length, 'pack')} built in ${seconds(milliseconds)}`].join('\n')}\n`;
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

import { openComparison, type Difference, type Differences } from '../../core/emit/compare.js';
import type { Finding } from '../../core/model/finding.js';
import type { Host } from '../host.js';
import type { BuildOptions } from '../options/build.js';
import { nothing, type Outcome } from '../outcome.js';
import { nextPage } from '../next-page.js';
import { count, printList, seconds } from '../print-list.js';
import { relativePath } from '../relative-path.js';
import { runBuild, type BuildRun } from '../run-build.js';

/** Everything known of a file that differs, for people. */
interface NamedDifference extends Difference {
  /** From the working folder. */
  readonly file: string;
  /** `dashboard "Operator Home"`, where it is one. */
  readonly subject: string;
}

/** `dashpack check`: says what `build` would change, and changes nothing. */
export async function check(options: BuildOptions, host: Host): Promise<Outcome> {
  const began = performance.now();
  const run = await runBuild<Differences>(options, host, async (out, packs) => {
    const comparison = openComparison({ out, packs });
    return {
      stage: (pack, artifact) => comparison.stage(pack, artifact),
      finish: () => comparison.finish(),
      abort: async () => undefined,
    };
  });
  const { findings, faults, skipped, signal, result, titles } = run;
  const milliseconds = Math.round(performance.now() - began);
  const out = relativePath(host.cwd, run.out) || '.';
  const differences = (result?.files ?? []).map((difference): NamedDifference => {
    const title = titles.get(`${difference.pack}/${difference.path}`);
    return {
      ...difference,
      file: `${out}/${difference.pack}/${difference.path}`,
      subject: title === undefined ? '' : `dashboard ${JSON.stringify(title)}`,
    };
  });
  return {
    ...nothing,
    findings,
    faults,
    skipped,
    signal,
    told: differences.map(toFinding),
    report: differences.map(describe).join(''),
    summary: result === undefined ? describeStop(run) : summarise(out, result, titles.size, milliseconds),
    data: {
      out,
      milliseconds,
      compared: result !== undefined,
      differences: differences.map(({ pack, path, kind, subject, details }) => ({
        pack,
        path,
        kind,
        subject,
        details,
      })),
      strangers: result?.strangers ?? [],
    },
  };
}

const states: Readonly<Record<Difference['kind'], string>> = {
  missing: 'is missing: build would write it',
  changed: 'differs from what build would write',
  superfluous: 'is not generated any more: build would delete it',
};

function describe({ file, subject, kind, details }: NamedDifference): string {
  const name = subject === '' ? '' : ` (${subject})`;
  return `${[`${file}${name} ${states[kind]}`, ...details.map((detail) => `  ${detail}`)].join('\n')}\n`;
}

function toFinding({ file, subject, kind, details }: NamedDifference): Finding {
  return {
    id: `check/${kind}`,
    severity: 'error',
    message: [`${file} ${states[kind]}`, ...details].join('\n'),
    subject,
    ...(kind === 'missing' ? {} : { position: { file, line: 1, column: 1 } }),
    fix: 'run dashpack build, and commit what it writes',
  };
}

/** A fault says itself what it means. */
function describeStop({ faults, findings }: BuildRun<Differences>): string {
  return faults.length > 0 ? '' : `Nothing was compared.\n${nextPage(findings)}`;
}

function summarise(out: string, { files, strangers }: Differences, dashboards: number, milliseconds: number): string {
  const verdict =
    files.length === 0
      ? `${out} is what build writes: ${count(dashboards, 'dashboard')} compared`
      : `${count(files.length, 'file')} differ${files.length === 1 ? 's' : ''}: dashpack build writes what is generated`;
  const kept = strangers.map(({ pack, path }) => `${out}/${pack}/${path} (dashpack did not write it)`);
  return `${[...printList(kept, 'stranger '), `${verdict} (${seconds(milliseconds)})`].join('\n')}\n`;
}

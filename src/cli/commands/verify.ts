import { resolve } from 'node:path';
import { parse } from 'yaml';
import { evidenceFiles } from '../../core/inspect/evidence/evidence-files.js';
import type { GateResult } from '../../core/inspect/gates/gate-result.js';
import { checkHermetic } from '../../core/inspect/gates/hermetic/hermetic.js';
import { checkGrafana } from '../../core/inspect/gates/live/grafana.js';
import { checkPrometheus } from '../../core/inspect/gates/live/prometheus.js';
import type { RequiredSeries } from '../../core/inspect/gates/required-series.js';
import { readManifest } from '../config/manifest.js';
import type { Host } from '../host.js';
import { watchInterruption } from '../interruption.js';
import { clock } from '../live/connect.js';
import { parseDuration } from '../parse-duration.js';
import { nothing, type Outcome } from '../outcome.js';
import { seconds } from '../print-list.js';
import { collect, type Collected } from '../verify/collect.js';
import type { VerifyOptions } from '../verify/options.js';
import { dataOf, outcomeOf, tally } from '../verify/outcome-of.js';
import { findPackServers } from '../verify/servers.js';
import { showWaiting } from '../verify/show-waiting.js';
import { checkWithTools } from '../verify/tools.js';
import { assertEvidenceFolder, writeEvidence } from '../verify/write-evidence.js';

/**
 * `dashpack verify`: whether the generated files are sound, and whether a Grafana and the Prometheus servers that answer
 * have them and show them.
 *
 * @throws Failure for wrong options
 */
export async function verify(options: VerifyOptions, host: Host): Promise<Outcome> {
  const began = clock.now();
  const wait = parseDuration(options.warmUp, '--warm-up', '60s, or 0s to ask once', true);
  const folder = options.evidence === undefined ? undefined : resolve(host.cwd, options.evidence);
  if (folder !== undefined) assertEvidenceFolder(folder);
  const run = await collect(options, host);
  const { findings, faults, skipped, signal, result, out } = run;
  // What does not build cannot be compared with anything.
  if (result === undefined)
    return {
      ...nothing,
      findings,
      faults,
      skipped: [...skipped, notVerified],
      signal,
      summary: 'Nothing was verified.\n',
    };
  const hermetic = [
    ...checkHermetic(result.packs, result.differences, result.counts, parse),
    ...result.packs.flatMap(({ pack, files }) => checkWithTools(pack.name, resolve(out, pack.name), files, host.env)),
  ];
  const live = options.live
    ? await checkLive(options, result, wait, host)
    : { results: [], series: [], about: ['no server was asked: --no-live'] };
  const results = [...hermetic, ...live.results];
  if (folder !== undefined) {
    const facts = {
      command: 'dashpack verify',
      version: readManifest(host.home).version,
      began: new Date(began).toISOString(),
      about: [`packs: ${result.packs.map(({ pack }) => pack.name).join(', ')}`, ...live.about],
    };
    writeEvidence(folder, evidenceFiles(results, live.series, facts));
  }
  const milliseconds = Math.round(clock.now() - began);
  const where = options.evidence === undefined ? '' : `; evidence in ${options.evidence}`;
  return {
    ...outcomeOf(results, 'verify', options.quiet === true),
    findings,
    skipped: [...skipped, ...outcomeOf(results, 'verify', false).skipped, ...(options.live ? [] : [notAsked])],
    summary: `${tally(results)} (${seconds(milliseconds)})${where}\n`,
    data: { checks: results.map(dataOf), requiredSeries: live.series, milliseconds },
  };
}

const notVerified = { gate: 'verify', reason: 'the packs do not build' };
const notAsked = { gate: 'live', reason: '--no-live' };

interface Live {
  readonly results: readonly GateResult[];
  readonly series: readonly RequiredSeries[];
  readonly about: readonly string[];
}

async function checkLive(options: VerifyOptions, { packs }: Collected, wait: number, host: Host): Promise<Live> {
  const servers = findPackServers(
    options,
    packs.map(({ pack }) => pack),
    host,
  );
  const interruption = watchInterruption(host.events);
  // What the files took is not taken from it.
  const until = clock.now() + wait * 1000;
  const waiting = showWaiting(host.stderr, options.quiet ?? false, { clock, until });
  const warmUp = { clock, until, progress: waiting.heard };
  try {
    const [grafana, ...prometheus] = await interruption.wait(
      Promise.all([
        checkGrafana(servers.grafana, packs, parse).then((results) => ({ results, series: [] })),
        ...packs.map((verified) => {
          const own = servers.prometheus.filter(({ pack }) => pack === verified.pack.name);
          return checkPrometheus(verified, own, warmUp);
        }),
      ]),
    );
    const all = grafana === undefined ? prometheus : [grafana, ...prometheus];
    return {
      results: all.flatMap(({ results }) => results),
      series: all.flatMap(({ series }) => series),
      about: [
        `Grafana: ${servers.grafana.transport.url}`,
        ...servers.prometheus.map(({ title, transport }) => `${title}: ${transport.url}`),
      ],
    };
  } finally {
    waiting.end();
    interruption.stop();
  }
}

import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { compareSides } from '../../core/diff/sets/compare-sides.js';
import { printMarkdown } from '../../core/diff/print/print-markdown.js';
import { printComparison } from '../../core/diff/print/print-text.js';
import { countComparison } from '../../core/diff/print/summary.js';
import { emptySide, type Side } from '../../core/diff/side.js';
import { diffFindings } from '../../core/diff/print/to-findings.js';
import { Failure } from '../../core/model/failure.js';
import { packsLookup } from '../../core/pack/pack-lookup.js';
import { defaultConfig } from '../config/find-config.js';
import { loadPacks, type LoadedPacks } from '../config/load-packs.js';
import { buildSide } from '../diff/built-side.js';
import { findGrafana, grafanaSide } from '../diff/grafana-side.js';
import { onlyPacks } from '../diff/only-packs.js';
import type { DiffOptions } from '../diff/options.js';
import type { ReadSide } from '../diff/read-side.js';
import { namedSide, type GeneratedPlace } from '../diff/sides.js';
import type { Host } from '../host.js';
import { watchInterruption, type Interruption } from '../interruption.js';
import { nextPage } from '../next-page.js';
import { nothing, type Outcome, type SkippedGate } from '../outcome.js';
import { seconds } from '../print-list.js';

/**
 * `dashpack diff`: what changes, for those who look, between two sets of dashboards and rules.
 *
 * @param first what stands before; with `--grafana`, what stands after
 * @param second what stands after; default: what the sources build now
 * @throws Failure where a side cannot be found
 */
export async function diff(
  first: string | undefined,
  second: string | undefined,
  options: DiffOptions,
  host: Host,
): Promise<Outcome> {
  const began = performance.now();
  const named = namesOf(first, second, options);
  const interruption = watchInterruption(host.events);
  try {
    const loaded = await load(options, named.after !== undefined, host, interruption);
    const packs = loaded?.packs ?? [];
    const place = placeOf(options, host);
    const after = await afterSide(named.after, { loaded, place }, host, interruption);
    if (after.isBroken) {
      const summary = `Nothing was compared.\n${nextPage(after.findings)}`;
      return { ...nothing, findings: after.findings, summary };
    }
    const before = await interruption.wait(beforeSide(named.before, after.side, { options, place }, host));
    const isBuilt = named.after === undefined;
    const [left, skipped] =
      isBuilt && loaded !== undefined ? onlyPacks(before.side, packs, loaded.config.packs) : [before.side, []];
    const right = options.grafana === undefined ? after.side : { ...emptySide, dashboards: after.side.dashboards };
    const comparison = compareSides(left, right, packsLookup(packs));
    const counts = countComparison(comparison);
    const milliseconds = Math.round(performance.now() - began);
    const title = `Dashboards: ${named.before ?? options.grafana ?? ''} → ${named.after ?? 'what the sources build'}`;
    return {
      ...nothing,
      findings: [...before.findings, ...after.findings],
      told: diffFindings(comparison, options.exitCode === true ? 'error' : 'note'),
      skipped: [...skipped, ...(options.grafana === undefined ? [] : [notInGrafana])],
      report: printComparison(comparison),
      markdown: printMarkdown(comparison, title),
      summary: `${counts} (${seconds(milliseconds)})\n`,
      data: { ...comparison, milliseconds },
    };
  } finally {
    interruption.stop();
  }
}

const notInGrafana: SkippedGate = {
  gate: 'rules, and dashboards that no pack has',
  reason: 'a Grafana is compared by the uids of the other side',
};

interface Names {
  /** Undefined: the Grafana. */
  readonly before: string | undefined;
  /** Undefined: what the sources build now. */
  readonly after: string | undefined;
}

function namesOf(first: string | undefined, second: string | undefined, { grafana }: DiffOptions): Names {
  if (grafana === undefined) {
    if (first !== undefined) return { before: first, after: second };
    throw new Failure('nothing is named to compare with', {
      next: 'name a git ref or a folder: dashpack diff main; or a Grafana: dashpack diff --grafana http://host:3000',
    });
  }
  if (second === undefined) return { before: undefined, after: first };
  throw new Failure('--grafana and two names are three sides to compare', { next: 'leave one of them out' });
}

/** Two sides that are named need no configuration; where there is one, it has the catalog. */
async function load(
  options: DiffOptions,
  isNamed: boolean,
  host: Host,
  interruption: Interruption,
): Promise<LoadedPacks | undefined> {
  const isAsked = options.config !== undefined || options.pack.length > 0;
  if (isNamed && !isAsked && !existsSync(resolve(host.cwd, defaultConfig))) return undefined;
  return loadPacks(options, host, interruption);
}

function placeOf({ config, out }: DiffOptions, host: Host): GeneratedPlace {
  const folder = dirname(resolve(host.cwd, config ?? defaultConfig));
  return { folder, out: out === undefined ? join(folder, 'generated') : resolve(host.cwd, out) };
}

interface Known {
  readonly loaded: LoadedPacks | undefined;
  readonly place: GeneratedPlace;
}

async function afterSide(
  name: string | undefined,
  { loaded, place }: Known,
  host: Host,
  interruption: Interruption,
): Promise<ReadSide & { readonly isBroken: boolean }> {
  if (name !== undefined || loaded === undefined)
    return { ...(await namedSide(name ?? '.', place, host)), isBroken: false };
  return buildSide(loaded, interruption);
}

async function beforeSide(
  name: string | undefined,
  after: Side,
  { options, place }: { readonly options: DiffOptions; readonly place: GeneratedPlace },
  host: Host,
): Promise<ReadSide> {
  if (name !== undefined) return namedSide(name, place, host);
  return { side: await grafanaSide(findGrafana(options.grafana ?? '', options, host), after), findings: [] };
}

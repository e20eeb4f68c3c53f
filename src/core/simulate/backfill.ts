import type { MetricFamily } from '../model/metric.js';
import type { Scenario } from '../model/scenario.js';
import type { Child } from './child.js';
import { endOfFile, printFamily, printSample, printSeries } from './open-metrics.js';
import { createTally, scrapeFamilies, type Tally } from './scrape-families.js';
import { partsOf, simulate, type Simulated } from './series.js';
import { targetsOf, type Scrapes, type ScrapingServer, type Target } from './targets.js';

/** The history that a server would have. All times are Unix times in seconds. */
export interface BackfillSpec {
  readonly pack: Simulated & { readonly targetHost: string };
  readonly server: ScrapingServer;
  readonly scenario: Scenario;
  readonly from: number;
  readonly to: number;
  /** When the scenario starts; default so long before `to` that all of it can be seen then. */
  readonly start?: number;
  /** Another seed gives other numbers; default 1. */
  readonly seed?: number;
  /** Before the last so many seconds, scrapes are half a minute apart; default 3600. */
  readonly denseFor?: number;
}

/** How much was written. */
export interface BackfillSummary {
  readonly series: number;
  readonly samples: number;
  /** In characters, which are bytes where labels are ASCII. */
  readonly characters: number;
}

/** Producers had been running for so long when the history begins, in seconds. */
const ranBefore = 900;

/** Lines are handed over in pieces of about so many characters. */
const pieceLength = 2 ** 16;

/**
 * Writes the history that a server would have of a pack's producers, in the OpenMetrics format with timestamps, for
 * `promtool tsdb create-blocks-from openmetrics`: what producers export, and what a scrape adds (`job`, `instance`, `up`,
 * `scrape_…`). Scrapes are jittered. A producer that is down has no samples; the mark of Prometheus that a series has
 * ended cannot be written, so that queries see its last sample for five minutes more.
 *
 * @param write is handed the text, piece by piece
 */
export function writeBackfill(spec: BackfillSpec, write: (text: string) => void): BackfillSummary {
  const { pack, server, scenario, from, to, seed = 1, denseFor = 3600 } = spec;
  const start = spec.start ?? to - scenario.shownAt;
  const since = Math.min(from, start) - ranBefore;
  const scrapes: Scrapes = { from, to, denseFor, seed, start, since, targetHost: pack.targetHost };
  const targets = targetsOf(server, scenario, scrapes).map((target) => ({ target, tally: createTally(target) }));
  const out = inPieces(write);
  for (const [family, children] of byFamily(simulate(pack, scenario, { seed, start, since }))) {
    const owned = children.flatMap((child) => {
      const scraped = targets.find(({ target }) => target.job === child.job);
      return scraped === undefined ? [] : [{ child, ...scraped }];
    });
    if (owned.length === 0) continue;
    out.text(printFamily(family.name, family.type, family.help));
    for (const { child, target, tally } of owned) writeChild(child, target, tally, start, out);
  }
  for (const { name, help, valueAt } of scrapeFamilies(`${seed} ${server.datasource.uid}`, start)) {
    out.text(printFamily(name, 'gauge', help));
    for (const { target, tally } of targets) {
      const series = printSeries(name, scrapeLabels(target));
      out.series(target.times.map((time, index) => printSample(series, valueAt(target, tally, index), time)));
    }
  }
  out.text(endOfFile);
  return out.end();
}

type Out = ReturnType<typeof inPieces>;

function writeChild(child: Child, target: Target, tally: Tally, start: number, out: Out): void {
  const values = target.times.map((time) => child.valueAt(time / 1000 - start));
  const parts = partsOf(child);
  tally.count(values, parts.length);
  for (const { name, labels, read } of parts) {
    const series = printSeries(name, { ...labels, ...scrapeLabels(target) });
    out.series(
      values.flatMap((value, index) =>
        value === undefined ? [] : [printSample(series, read(value), target.times[index] ?? 0)],
      ),
    );
  }
}

function scrapeLabels({ job, instance }: Target) {
  return { job, instance };
}

function byFamily(children: readonly Child[]): ReadonlyMap<MetricFamily, readonly Child[]> {
  const families = new Map<MetricFamily, Child[]>();
  for (const child of children) {
    const before = families.get(child.family);
    if (before === undefined) families.set(child.family, [child]);
    else before.push(child);
  }
  return families;
}

function inPieces(write: (text: string) => void) {
  let piece = '';
  let series = 0;
  let samples = 0;
  let characters = 0;
  const text = (more: string): void => {
    piece += more;
    if (piece.length < pieceLength) return;
    characters += piece.length;
    write(piece);
    piece = '';
  };
  return {
    text,
    series(lines: readonly string[]): void {
      if (lines.length === 0) return;
      series += 1;
      samples += lines.length;
      for (const line of lines) text(line);
    },
    end(): BackfillSummary {
      characters += piece.length;
      if (piece !== '') write(piece);
      return { series, samples, characters };
    },
  };
}

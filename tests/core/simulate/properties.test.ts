import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LabelValues, MetricFamily } from '../../../src/core/model/metric.js';
import type { Effect } from '../../../src/core/model/scenario.js';
import { labelSets } from '../../../src/core/simulate/label-sets.js';
import { sampleAt, seriesOf } from '../../../src/core/simulate/series.js';
import { aiTradingCore } from '../../../src/packs/ai-trading-core.js';
import { claire } from '../../../src/packs/claire.js';
import { peakTrade } from '../../../src/packs/peak-trade.js';
import { down, idle, observed, paced, quiet, restart, scaled, scenario } from 'dashpack/simulate';
import { example, latency, requests, start, web } from './example-pack.js';

const minutes = fc.integer({ min: 0, max: 40 }).map((each) => `${each}m` as const);
const when = fc.record({ from: minutes, to: minutes });

/** Everything that can happen to what is counted, but for restarts. */
const goings: fc.Arbitrary<readonly Effect[]> = fc.array(
  fc.oneof(
    fc.tuple(fc.double({ min: 0, max: 20, noNaN: true }), when).map(([rate, each]) => paced(requests(), rate, each)),
    fc
      .tuple(fc.double({ min: 0, max: 20, noNaN: true }), when)
      .map(([rate, each]) => paced(latency.count(), rate, each)),
    fc.tuple(fc.double({ min: 0, max: 9, noNaN: true }), when).map(([by, each]) => scaled(latency.count(), by, each)),
    fc
      .tuple(fc.double({ min: 0.001, max: 3, noNaN: true }), when)
      .map(([by, each]) => observed(latency.count(), by, each)),
    when.map((each) => idle(web, each)),
    fc.constant(quiet(requests({ status: '5xx' }))),
  ),
  { maxLength: 6 },
);
/** Whole milliseconds, as servers know time: a double of a Unix time tells no finer ones apart. */
const moments = fc.uniqueArray(fc.integer({ min: -900_000, max: 3_600_000 }), { minLength: 2, maxLength: 12 });
const ascending = moments.map((times) => times.toSorted((a, b) => a - b).map((each) => each / 1000));

describe('what is counted', () => {
  test('only grows, whatever else happens', () => {
    fc.assert(
      fc.property(goings, ascending, fc.integer({ min: 1, max: 99 }), (effects, times, seed) => {
        const scene = scenario('some', 'Something happens.', effects);
        for (const series of seriesOf(example, scene, { seed, start })) {
          if (series.child.family.type === 'gauge') continue;
          const seen = times.map((time) => sampleAt(series, start + time) ?? Number.NaN);
          expect(seen).toEqual(seen.toSorted((a, b) => a - b));
        }
      }),
      { numRuns: 60 },
    );
  });

  test('begins at 0 with each life of its producer, and only then', () => {
    fc.assert(
      fc.property(minutes, minutes, minutes, ascending, (at, from, to, times) => {
        const scene = scenario('some', 'It restarts, and dies.', [restart(web, at), down(web, { from, to })]);
        const starts = [at, ...(Number.parseInt(from, 10) < Number.parseInt(to, 10) ? [to] : [])];
        const resets = starts.map((text) => Number.parseInt(text, 10) * 60);
        for (const series of seriesOf(example, scene, { start })) {
          if (series.child.family.type === 'gauge' || series.job !== 'web') continue;
          for (const reset of resets) expect([0, undefined]).toContain(sampleAt(series, start + reset));
          for (const [index, time] of times.slice(1).entries()) {
            const before = times[index] ?? 0;
            const [earlier, later] = [before, time].map((each) => sampleAt(series, start + each));
            if (earlier === undefined || later === undefined || later >= earlier) continue;
            expect(
              resets.some((reset) => reset > before && reset <= time) ||
                Number.parseInt(from, 10) >= Number.parseInt(to, 10),
            ).toBe(true);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('buckets hold what the buckets below hold, and the last one everything', () => {
    fc.assert(
      fc.property(goings, ascending, (effects, times) => {
        const scene = scenario('some', 'Something happens.', effects);
        const all = seriesOf(example, scene, { start });
        const buckets = all.filter(({ name }) => name === 'latency_seconds_bucket');
        const total = all.find(({ name }) => name === 'latency_seconds_count');
        for (const time of times) {
          const seen = buckets.map((series) => sampleAt(series, start + time) ?? Number.NaN);
          expect(seen).toEqual(seen.toSorted((a, b) => a - b));
          expect(seen.at(-1)).toBe(total === undefined ? undefined : sampleAt(total, start + time));
        }
      }),
      { numRuns: 60 },
    );
  });
});

test('the same seed gives the same numbers, another one others', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.double({ min: 0, max: 1e5, noNaN: true }), (seed, time) => {
      const scene = scenario('some', 'Nothing happens.', []);
      const at = (each: number) =>
        seriesOf(example, scene, { seed: each, start }).map((series) => sampleAt(series, start + time));
      expect(at(seed)).toEqual(at(seed));
      expect(at(seed)).not.toEqual(at(seed + 1));
    }),
    { numRuns: 30 },
  );
});

const values: fc.Arbitrary<LabelValues> = fc
  .uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 300 })
  .map((each) => ({ kind: 'finite', values: each }));

test('every value of every label occurs, no set twice, and there are never very many', () => {
  fc.assert(
    fc.property(fc.array(values, { minLength: 1, maxLength: 5 }), (labels) => {
      const named = Object.fromEntries(labels.map((each, index): [string, LabelValues] => [`l${index}`, each]));
      const family: MetricFamily = {
        name: 'x',
        type: 'gauge',
        help: '',
        labels: named,
        owners: [],
        origin: 'exported',
      };
      const sets = labelSets(family);
      for (const [label, known] of Object.entries(named)) {
        const seen = new Set(sets.map((set) => set[label]));
        expect(seen).toEqual(new Set(known.kind === 'finite' ? known.values : []));
      }
      expect(new Set(sets.map((set) => JSON.stringify(set))).size).toBe(sets.length);
      expect(sets.length).toBeLessThanOrEqual(300);
    }),
  );
});

test.each([peakTrade, aiTradingCore, claire].map((pack) => [pack.name, pack] as const))(
  '%s: every family that is exported has series in some scenario, with every finite value, and none that is missing',
  async (_, pack) => {
    const seen = new Set<string>();
    const shown = new Set<string>();
    for (const scene of await pack.scenarios()) {
      for (const series of seriesOf(pack, scene, { start })) {
        if (sampleAt(series, start + scene.shownAt) === undefined) continue;
        const { name } = series.child.family;
        seen.add(name);
        for (const [label, value] of Object.entries(series.child.labels)) shown.add(`${name} ${label} ${value}`);
      }
    }
    const exported = pack.metrics.filter(({ family }) => family.origin === 'exported' && family.missing === undefined);
    expect(seen).toEqual(new Set(exported.map(({ family }) => family.name)));
    const finite = exported.flatMap(({ family }) =>
      Object.entries(family.labels).flatMap(([label, known]) =>
        known.kind === 'finite' ? known.values.map((value) => `${family.name} ${label} ${value}`) : [],
      ),
    );
    expect(finite.filter((value) => !shown.has(value))).toEqual([]);
  },
);

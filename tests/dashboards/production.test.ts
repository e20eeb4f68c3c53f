import { expect, test } from 'vitest';
import production from '../../dashpack.prod.config.js';
import { buildPack } from '../../src/core/pack/build/build-pack.js';
import type { Pack } from '../../src/core/pack/pack.js';
import * as refs from '../../src/dashboards/peak-trade/refs.js';
import { peakTrade } from '../../src/packs/peak-trade.js';

interface Built {
  readonly files: ReadonlyMap<string, string>;
  readonly findings: readonly { readonly id: string; readonly severity: string }[];
}

async function build(pack: Pack): Promise<Built> {
  const files = new Map<string, string>();
  const findings: Built['findings'][number][] = [];
  for await (const event of buildPack(pack)) {
    findings.push(...event.findings);
    if (event.artifact !== undefined) files.set(event.artifact.path, event.artifact.text);
  }
  return { files, findings };
}

const [bound] = production.packs;
if (bound === undefined) throw new Error('the production configuration has no pack');
const here = await build(peakTrade);
const there = await build(bound);

/** Which server loads each rule file: `<file>: <datasource>`. */
function loaded({ files }: Built): readonly string[] {
  return [...files].flatMap(([path, text]) => {
    const server = /^prometheus\/([^/]+)\/prometheus\.yml$/.exec(path)?.[1];
    return server === undefined ? [] : [...text.matchAll(/- rules\/(.+)/g)].map(([, file]) => `${file}: ${server}`);
  });
}

/** Which servers scrape each producer: `<job>: <datasource>`. */
function scraped({ files }: Built): readonly string[] {
  return [...files].flatMap(([path, text]) => {
    const server = /^prometheus\/([^/]+)\/prometheus\.yml$/.exec(path)?.[1];
    return server === undefined ? [] : [...text.matchAll(/job_name: (.+)/g)].map(([, job]) => `${job}: ${server}`);
  });
}

test('production has the same dashboards, and only what asks SHADOW asks another datasource', () => {
  const dashboards = [...here.files.keys()].filter((path) => path.startsWith('grafana/dashboards/'));
  expect(dashboards).toHaveLength(Object.keys(refs).length);
  for (const path of dashboards) {
    const lines = [here, there].map(({ files }) => files.get(path)?.split('\n') ?? []);
    const [before = [], after = []] = lines;
    expect(after).toHaveLength(before.length);
    const changed = after.filter((line, index) => line !== before[index]).map((line) => line.trim());
    // The uid of a pinned reference, and the hidden variable's value and pattern.
    expect(changed.every((line) => line.includes('prom_shadow_9093'))).toBe(true);
    expect(changed.length).toBeGreaterThan(0); // every dashboard has the variable DS_SHADOW
  }
});

test('the producers and rules of SHADOW move to its server; all others stay', () => {
  const moved = (all: readonly string[]): readonly string[] =>
    all.map((each) => each.replace(/(shadow.*): prom_local_9092/, '$1: prom_shadow_9093')).toSorted();
  expect(scraped(there).toSorted()).toEqual(moved(scraped(here)));
  expect(loaded(there).toSorted()).toEqual(moved(loaded(here)));
  expect(scraped(there)).toContain('shadow_mvs: prom_shadow_9093');
});

test('the same bytes of rules and their tests, wherever they are loaded', () => {
  const rules = ({ files }: Built): readonly string[] =>
    [...files]
      .filter(([path]) => /\/(?:rules|tests)\//.test(path))
      .map(([path, text]) => `${path.split('/').at(-1)} ${text}`)
      .toSorted();
  expect(rules(there)).toEqual(rules(here));
  expect(rules(here).length).toBeGreaterThan(1);
});

test('what the server of SHADOW does not scrape is said, at each panel that asks it', () => {
  expect(here.findings).toEqual([]);
  expect(new Set(there.findings.map(({ id, severity }) => `${severity} ${id}`))).toEqual(
    new Set(['warning datasource/not-scraped']),
  );
});

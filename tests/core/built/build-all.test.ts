import { describe, expect, test } from 'vitest';
import { buildAll } from '../../../src/core/built/build-all.js';
import type { BuiltDashboard } from '../../../src/core/built/built-dashboard.js';
import type { BuiltRuleFile } from '../../../src/core/built/built-rule-file.js';
import { readDocument } from '../../../src/core/document/read/read-document.js';
import type { Pack } from '../../../src/core/pack/pack.js';
import { packLookup, packsLookup } from '../../../src/core/pack/pack-lookup.js';
import { aiTradingCore } from '../../../src/packs/ai-trading-core.js';
import { peakTrade } from '../../../src/packs/peak-trade.js';

/** What packs yield, by kind, and the paths of all their files. */
async function built(packs: readonly Pack[], configured = packs) {
  const dashboards: BuiltDashboard[] = [];
  const rules: BuiltRuleFile[] = [];
  const paths: string[] = [];
  const ids: string[] = [];
  for await (const { findings, made, document } of buildAll(packs, configured)) {
    ids.push(...findings.map(({ id }) => id));
    if (made !== undefined) paths.push(`${made.pack.name}/${made.artifact.path}`);
    if (document?.kind === 'dashboard') dashboards.push(document);
    if (document?.kind === 'rule file') rules.push(document);
  }
  return { dashboards, rules, paths, ids };
}

const all = [await built([peakTrade]), await built([aiTradingCore])];
const [dashboards, rules] = [all.flatMap((pack) => pack.dashboards), all.flatMap((pack) => pack.rules)];
const [paths, ids] = [all.flatMap((pack) => pack.paths), all.flatMap((pack) => pack.ids)];

describe('what packs yield', () => {
  test('every file comes once, and is called by its pack and path', () => {
    expect(ids).toEqual([]);
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths).toEqual(expect.arrayContaining([...dashboards, ...rules].map(({ name }) => name)));
  });

  test('a dashboard says what somebody reads who only has its file', async () => {
    expect(dashboards.length).toBeGreaterThan(0);
    for (const { artifact, document } of dashboards) {
      const { dashboards: read } = await readDocument({ file: artifact.path, text: artifact.text });
      expect([document]).toEqual(read);
    }
  });

  test('a rule file says what somebody reads who only has its file', async () => {
    expect(rules.length).toBeGreaterThan(0);
    for (const { artifact, document } of rules) {
      const { ruleFiles } = await readDocument({ file: artifact.path, text: artifact.text });
      expect([{ ...document, unread: [] }]).toEqual(ruleFiles.map((each) => ({ ...each, unread: [] })));
    }
  });

  test('a rule file knows its server, and its rules their lines', () => {
    for (const file of rules) {
      expect(file.artifact.path).toContain(`prometheus/${file.server.datasource.uid}/rules/`);
      const lines = file.document.rules.map((rule) => file.lineOf(rule));
      expect(lines).toEqual(file.facts.map(({ position }) => position));
    }
  });

  test('a part of a panel stands at the line of its panel, everything else at that of the dashboard', () => {
    for (const dashboard of dashboards) {
      const { facts, document } = dashboard;
      for (const { id, path } of document.panels) {
        const own = facts.panels.find((panel) => panel.id === id)?.position;
        expect(dashboard.lineOf([...path, 'targets', 0, 'expr'])).toBe(own ?? facts.position);
      }
      expect(dashboard.lineOf(['time', 'from'])).toBe(facts.position);
    }
  });

  test('packs that are not built must not collide with those that are', async () => {
    const copy: Pack = { ...peakTrade, name: 'copy' };
    const { ids: collisions } = await built([peakTrade], [peakTrade, copy]);
    expect(collisions).toContain('dashboard/duplicate-uid');
  });
});

describe('the catalog of packs', () => {
  test('is made once for a pack', () => {
    expect(packLookup(peakTrade)).toBe(packLookup(peakTrade));
    expect(packsLookup([peakTrade])).toBe(packLookup(peakTrade));
    expect(packsLookup([])).toBeUndefined();
  });

  test('of several has the series of each', () => {
    const names = packsLookup([peakTrade, aiTradingCore])?.names ?? [];
    expect(names).toEqual([...new Set([...packLookup(peakTrade).names, ...packLookup(aiTradingCore).names])]);
  });
});

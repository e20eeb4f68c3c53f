import { compareSides } from '../../../src/core/diff/sets/compare-sides.js';
import { printComparison } from '../../../src/core/diff/print/print-text.js';
import { emptySide, type Side } from '../../../src/core/diff/side.js';
import type { JsonObject } from '../../../src/core/model/json.js';
import { readClassicDashboard } from '../../../src/core/document/read/classic.js';
import { readRuleFile } from '../../../src/core/document/read/rule-file.js';

const locate = (): undefined => undefined;

/** A side with one dashboard. */
export function sideOf(dashboard: JsonObject): Side {
  return { ...emptySide, dashboards: [{ file: 'web.json', read: readClassicDashboard(dashboard, []), locate }] };
}

/** A side with one rule file that has one group. */
export function rulesOf(rules: readonly JsonObject[]): Side {
  const json = { groups: [{ name: 'web', interval: '15s', rules }] };
  return { ...emptySide, rules: [{ file: 'rules/web.yml', read: readRuleFile(json, []), locate }] };
}

/** What is printed of two sides, a line each, without empty ones. */
export function printed(before: Side, after: Side): readonly string[] {
  return [...printComparison(compareSides(before, after))].flatMap((text) => text.split('\n').filter(Boolean));
}

/** A stat panel, eight columns wide. */
export function panel(id: number, title: string, expr: string, more: JsonObject = {}): JsonObject {
  return {
    id,
    title,
    type: 'stat',
    gridPos: { x: 0, y: (id - 1) * 4, w: 8, h: 4 },
    datasource: { type: 'prometheus', uid: 'main' },
    targets: [{ refId: 'A', expr }],
    ...more,
  };
}

/** A dashboard with panels. */
export function web(panels: readonly JsonObject[], more: JsonObject = {}): JsonObject {
  return { uid: 'web', title: 'Web', schemaVersion: 39, panels, ...more };
}

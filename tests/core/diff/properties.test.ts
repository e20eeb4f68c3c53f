import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { compareSides } from '../../../src/core/diff/sets/compare-sides.js';
import { isVisible } from '../../../src/core/diff/print/summary.js';
import type { Json, JsonObject } from '../../../src/core/model/json.js';
import { isRecord, listOf } from '../../../src/core/document/read/values.js';
import { sideOf } from './sides.js';

const generated = resolve(import.meta.dirname, '../../../generated');
const dashboards = readdirSync(generated, { recursive: true, encoding: 'utf8' })
  .filter((path) => /grafana.dashboards.*\.json$/.test(path))
  .map((path) => [path, JSON.parse(readFileSync(join(generated, path), 'utf8')) as JsonObject] as const);

/** The same value with every object's keys from last to first. */
function turned(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(turned);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, each]) => [key, each === undefined ? null : turned(each)]),
  );
}

/** The same dashboard with other ids and ref ids. */
function renumbered(dashboard: JsonObject): JsonObject {
  let next = 5000;
  const panels = (list: Json | undefined): readonly Json[] =>
    listOf(list).map((each) =>
      isRecord(each)
        ? { ...each, id: (next += 1), ...('panels' in each ? { panels: panels(each['panels']) } : {}) }
        : each,
    );
  return { ...dashboard, id: 7, version: 3, panels: panels(dashboard['panels']) };
}

test('there are dashboards', () => {
  expect(dashboards.length).toBeGreaterThan(20);
});

test.each(dashboards)(
  '%s differs neither from itself nor, for a viewer, from itself written otherwise',
  (_path, json) => {
    const whole = sideOf(json);
    expect(compareSides(whole, sideOf(json))).toMatchObject({ dashboards: [], same: { dashboards: 1 } });
    for (const other of [turned(json) as JsonObject, renumbered(json)]) {
      const compared = compareSides(whole, sideOf(other));
      expect(compared.dashboards).toMatchObject([{ changes: [], panels: [], moves: [] }]);
      expect(isVisible(compared)).toBe(false);
    }
  },
);

import { expect, test } from 'vitest';
import type { LintContext, QueryCheck } from '../../../../src/core/lint/check.js';
import { checks } from '../../../../src/core/lint/checks/index.js';
import { hasError, ofTreeAlone } from '../../../../src/core/lint/run/has-error.js';
import { asWritten } from '../../../../src/core/built/as-written.js';
import { QueryShapes } from '../../../../src/core/lint/judge/shape.js';
import { readClassicDashboard } from '../../../../src/core/document/read/classic.js';
import { parseQuery } from '../../../../src/core/document/read/query.js';
import { checkDashboard } from '../../../../src/core/lint/run/run-checks.js';
import { selectChecks } from '../../../../src/core/lint/select-checks.js';
import type { JsonObject } from '../../../../src/core/model/json.js';
import type { ReadDashboard, ReadQuery } from '../../../../src/core/document/read-dashboard.js';
import { packContext } from '../../../../src/cli/lint/pack-context.js';
import { peakTrade } from '../../../../src/packs/peak-trade.js';
import { builtPack, type BuiltDashboard } from '../../../dashboards/built-pack.js';
import { bareContext } from '../lint-one.js';

const context: LintContext = { ...bareContext, ...packContext(peakTrade) };
const { dashboards } = await builtPack();
const errors = checks.filter(({ severity }) => severity === 'error');
const selected = selectChecks(errors, {});

/** Reads a dashboard with the trees of its builders. */
function read({ facts, json }: BuiltDashboard, shapes: QueryShapes): ReadDashboard {
  const trees = new Map(facts.panels.flatMap(({ queries }) => queries.map(({ expr, node }) => [expr, node] as const)));
  return readClassicDashboard(json as unknown as JsonObject, [], {
    parse(expr) {
      const built = trees.get(expr);
      if (built === undefined) return parseQuery(expr);
      const node = asWritten(built);
      shapes.note(built, node);
      return { node, error: undefined };
    },
  });
}

/** True where the checks find an error when each is run in full. */
function findsError(dashboard: ReadDashboard): boolean {
  const found = [...checkDashboard(dashboard, errors, context)];
  return found.some(({ check, problem }) => (problem.severity ?? check.severity) === 'error');
}

test('a pack without errors has none, however often it is asked', () => {
  const shapes = new QueryShapes();
  for (const dashboard of [...dashboards, ...dashboards])
    expect([dashboard.uid, hasError(read(dashboard, shapes), selected, context)]).toEqual([dashboard.uid, false]);
});

/** Changes of a dashboard's file that make it wrong. */
const wrongs: readonly (readonly [string, (text: string) => string])[] = [
  ['a metric', (text) => text.replace(/"expr": "(?:[^"\\\\]|\\\\.)*/, '"expr": "unknown_metric_total')],
  ['what does not parse', (text) => text.replace(/"expr": "/, '"expr": "sum(')],
  ['a datasource', (text) => text.replaceAll(/"uid": "prom_[^"]*"/g, '"uid": "elsewhere"')],
  ['a legend', (text) => text.replace(/"legendFormat": "[^"]*/, '"legendFormat": "{{no_such_label}}')],
  ['a height', (text) => text.replace(/"h": \d+/, '"h": 0')],
  ['a ref id', (text) => text.replaceAll(/"refId": "[A-Z]"/g, '"refId": "A"')],
];

test.each(wrongs)('it finds an error where the checks find one: %s', (_, change) => {
  const shapes = new QueryShapes();
  for (const dashboard of dashboards) hasError(read(dashboard, shapes), selected, context);
  let wrong = 0;
  for (const dashboard of dashboards) {
    const json = JSON.parse(change(dashboard.text)) as BuiltDashboard['json'];
    const changed = read({ ...dashboard, json }, shapes);
    const expected = findsError(changed);
    if (expected) wrong += 1;
    expect([dashboard.uid, hasError(changed, selected, context)]).toEqual([dashboard.uid, expected]);
  }
  expect(wrong).toBeGreaterThan(0);
});

test('a check that fails counts as one that found something', () => {
  const [dashboard] = dashboards;
  const failing: QueryCheck = {
    id: 'promql/failing',
    severity: 'error',
    summary: '',
    looksAt: 'query',
    check() {
      throw new Error('it fails');
    },
  };
  expect(hasError(read(dashboard as BuiltDashboard, new QueryShapes()), selectChecks([failing], {}), context)).toBe(
    true,
  );
});

test('checks of the tree alone look at nothing else to find a query sound', () => {
  const found = checks.filter(({ id }) => ofTreeAlone.has(id));
  expect(found.map(({ id }) => id).sort()).toEqual([...ofTreeAlone].sort());
  const blind = new Proxy({} as ReadDashboard, { get: (_, key) => refuse(`the dashboard's ${String(key)}`) });
  const queries = dashboards.flatMap((dashboard) => read(dashboard, new QueryShapes()).queries);
  const allowed = new Set(['node', 'expr', 'error']);
  for (const query of queries) {
    const narrow = new Proxy(query, {
      get: (of, key) => (allowed.has(String(key)) ? of[key as keyof ReadQuery] : refuse(`its ${String(key)}`)),
    });
    for (const check of found) {
      if (check.looksAt !== 'query') throw new Error(`${check.id} looks at no query`);
      expect([check.id, ...check.check(narrow, blind, context)]).toEqual([check.id]);
    }
  }
});

function refuse(what: string): never {
  throw new Error(`a check of the tree alone looks at ${what}`);
}

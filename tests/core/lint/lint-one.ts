import { catalogLookup } from '../../../src/core/catalog/lookup.js';
import type { Check, LintContext } from '../../../src/core/lint/check.js';
import { readClassicDashboard } from '../../../src/core/document/read/classic.js';
import { parseYaml } from '../../../src/core/document/read/yaml-text.js';
import { readRuleFile } from '../../../src/core/document/read/rule-file.js';
import { checkDashboard, checkRuleFile } from '../../../src/core/lint/run/run-checks.js';
import type { Json, JsonObject } from '../../../src/core/model/json.js';
import type { MetricFamily } from '../../../src/core/model/metric.js';

/** What a lint without a catalog or a pack knows. */
export const bareContext: LintContext = {
  catalog: undefined,
  pack: undefined,
  dashboards: undefined,
  recorded: new Set(),
  scrapeInterval: undefined,
};

/** A context with a catalog. */
export function contextWith(families: readonly MetricFamily[], more: Partial<LintContext> = {}): LintContext {
  return { ...bareContext, catalog: catalogLookup(families), ...more };
}

/** What checks find in a classic dashboard: `<id> <path>: <message>`. */
export function lintOne(
  json: JsonObject,
  checks: readonly Check[],
  context: LintContext = bareContext,
): readonly string[] {
  const dashboard = readClassicDashboard(json, []);
  return [...checkDashboard(dashboard, checks, context)].map(({ check, problem, subject }) => {
    const path = problem.path ?? subject.query?.exprPath ?? subject.panel?.path ?? subject.variable?.path ?? [];
    return `${check.id} ${path.join('.')}: ${problem.message}`;
  });
}

/** What checks find in the YAML of a Prometheus rule file: `<id> <path>: <message>`. */
export function lintRules(
  yaml: string,
  checks: readonly Check[],
  context: LintContext = bareContext,
): readonly string[] {
  const [parsed] = parseYaml(yaml).documents;
  if (parsed === undefined || 'fault' in parsed) throw new Error(`not YAML: ${JSON.stringify(parsed)}`);
  return [...checkRuleFile(readRuleFile(parsed.value as JsonObject, []), checks, context)].map(
    ({ check, problem, subject }) => {
      const path = problem.path ?? subject.rule?.exprPath ?? [];
      return `${check.id} ${path.join('.')}: ${problem.message}`;
    },
  );
}

/** A dashboard in which nothing is wrong: two panels, a variable, an annotation, a link. Change one thing and lint. */
export function cleanDashboard(): { [key: string]: Json } {
  return structuredClone(clean);
}

const datasource = { type: 'prometheus', uid: 'prom' };

const clean: { [key: string]: Json } = {
  uid: 'clean',
  title: 'Clean',
  tags: ['test'],
  editable: false,
  schemaVersion: 42,
  refresh: '30s',
  timezone: 'browser',
  time: { from: 'now-1h', to: 'now' },
  graphTooltip: 1,
  links: [
    { type: 'link', title: 'Other', url: '/d/other', keepTime: true, includeVars: true, targetBlank: false, tags: [] },
  ],
  annotations: {
    list: [
      {
        name: 'Restarts',
        datasource,
        enable: true,
        iconColor: 'red',
        expr: 'resets(process_start_time_seconds[5m]) > 0',
        target: { refId: 'Anno', expr: 'resets(process_start_time_seconds[5m]) > 0' },
      },
    ],
  },
  templating: {
    list: [
      {
        name: 'route',
        type: 'query',
        datasource,
        definition: 'label_values(http_requests_total, route)',
        query: { query: 'label_values(http_requests_total, route)', refId: 'Var' },
        refresh: 2,
        sort: 1,
        multi: true,
        includeAll: true,
        allValue: '.*',
        hide: 0,
        current: { text: ['All'], value: ['$__all'] },
        options: [],
      },
    ],
  },
  panels: [
    { id: 1, type: 'row', title: 'Traffic', collapsed: false, gridPos: { x: 0, y: 0, w: 24, h: 1 }, panels: [] },
    {
      id: 2,
      type: 'timeseries',
      title: 'Requests by route',
      description: 'Requests served.',
      datasource,
      gridPos: { x: 0, y: 1, w: 12, h: 8 },
      fieldConfig: { defaults: { unit: 'reqps', color: { mode: 'palette-classic' }, custom: {} }, overrides: [] },
      options: {
        legend: { showLegend: true, displayMode: 'table', placement: 'bottom', calcs: [] },
        tooltip: { mode: 'multi', sort: 'desc' },
      },
      targets: [
        {
          refId: 'A',
          datasource,
          expr: 'sum by (route) (rate(http_requests_total{route=~"$route"}[$__rate_interval]))',
          legendFormat: '{{route}}',
          format: 'time_series',
          instant: false,
          range: true,
        },
      ],
    },
    {
      id: 3,
      type: 'stat',
      title: 'Up',
      description: 'Whether every instance answers.',
      datasource,
      gridPos: { x: 12, y: 1, w: 6, h: 8 },
      fieldConfig: {
        defaults: {
          mappings: [
            {
              type: 'value',
              options: { '0': { text: 'DOWN', color: 'red', index: 0 }, '1': { text: 'UP', color: 'green', index: 1 } },
            },
          ],
          thresholds: {
            mode: 'absolute',
            steps: [
              { color: 'red', value: null },
              { color: 'green', value: 1 },
            ],
          },
          unit: 'none',
        },
        overrides: [],
      },
      options: {
        reduceOptions: { calcs: ['lastNotNull'], fields: '', values: false },
        colorMode: 'value',
        graphMode: 'none',
      },
      targets: [
        {
          refId: 'A',
          datasource,
          expr: 'min(up{job="web"})',
          legendFormat: '__auto',
          format: 'time_series',
          instant: true,
          range: false,
        },
      ],
    },
  ],
};

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalogLookup } from '../../../src/core/catalog/lookup.js';
import type { LintContext } from '../../../src/core/lint/check.js';
import { checks } from '../../../src/core/lint/checks/index.js';
import { applyChanges } from '../../../src/core/lint/fix/apply-changes.js';
import { lintDocument, type DocumentReport } from '../../../src/core/lint/run/lint-document.js';
import { readDocument } from '../../../src/core/document/read/read-document.js';
import { selectChecks } from '../../../src/core/lint/select-checks.js';
import type { Json } from '../../../src/core/model/json.js';
import type { MetricFamily } from '../../../src/core/model/metric.js';
import { bareContext, cleanDashboard } from './lint-one.js';

const selected = selectChecks(checks, {});

const requests: MetricFamily = {
  name: 'http_requests_total',
  type: 'counter',
  help: 'Requests.',
  labels: { route: { kind: 'open', examples: [] } },
  owners: ['LOCAL'],
  origin: 'exported',
};

const contexts: readonly LintContext[] = [
  bareContext,
  {
    catalog: catalogLookup([requests]),
    pack: {
      name: 'p',
      roles: [{ name: 'LOCAL', pinned: false, variable: 'DS_LOCAL', uid: 'prom' }],
      uids: new Set(['prom']),
    },
    dashboards: new Map([['other', { title: 'Other', variables: ['route'] }]]),
    recorded: new Set(['job:http_requests:rate5m']),
    scrapeInterval: 15,
  },
];

async function lint(text: string, file: string): Promise<readonly DocumentReport[]> {
  const document = await readDocument({ file, text });
  const source = {
    ...document,
    locate(path: readonly (string | number)[], range?: { from: number; to: number }) {
      const { line, column } = document.locate(path, range);
      expect(line >= 1 && column >= 1).toBe(true);
      return { position: { file, line, column } };
    },
  };
  return contexts.map((context) => lintDocument(source, file, selected, context));
}

/** No check fails, whatever stands in the file. */
async function expectSound(text: string, file = 'a.json'): Promise<void> {
  for (const { notChecked, changes } of await lint(text, file)) {
    expect(notChecked.filter(({ what }) => what === 'checks')).toEqual([]);
    if (changes.length === 0) continue;
    const fixed = applyChanges(
      text,
      changes.map((each) => each.changes),
    );
    expect(() => JSON.parse(fixed.text) as unknown).not.toThrow();
  }
}

const rules: Json = {
  groups: [
    {
      name: 'g',
      interval: '1m',
      rules: [
        {
          alert: 'Down',
          expr: 'up == 0',
          for: '5m',
          labels: { severity: 'page' },
          annotations: { summary: '{{ $labels.job }}' },
        },
        { record: 'job:http_requests:rate5m', expr: 'sum by (job) (rate(http_requests_total[5m]))' },
      ],
    },
  ],
};

/** The ways to all values in a document. */
function pathsIn(value: Json, path: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [
    path,
    ...Object.entries(value).flatMap(([key, each]) =>
      pathsIn(each as Json, [...path, Array.isArray(value) ? Number(key) : key]),
    ),
  ];
}

function replace(value: Json, path: readonly (string | number)[], by: Json): Json {
  const [step, ...rest] = path;
  if (step === undefined) return by;
  const copy = structuredClone(value) as Record<string | number, Json>;
  copy[step] = replace(copy[step] as Json, rest, by);
  return copy;
}

/** What stands where something else belongs. */
const odd = fc.oneof(
  fc.constantFrom<Json>(
    null,
    true,
    0,
    -1,
    1.5,
    1e99,
    '',
    ' ',
    '$x',
    '${x:regex}',
    '$__all',
    'now',
    '{{job}}',
    '[[x]]',
    [],
    {},
    [null],
    { a: {} },
    { expr: 'up', panels: [{}] },
  ),
  fc.constantFrom<Json>(
    'rate(',
    'up{job=~"$x"}[5m]',
    'label_values(up, job)',
    '/(/',
    '(?<x>',
    '1m',
    '-',
    'sum by () (up)',
    'up or vector(0)',
  ),
  fc.string() as fc.Arbitrary<Json>,
  fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>,
);

const documents: readonly (readonly [string, Json])[] = [
  ['a dashboard', cleanDashboard()],
  [
    'a resource around one',
    { apiVersion: 'dashboard.grafana.app/v1', kind: 'Dashboard', metadata: { name: 'n' }, spec: cleanDashboard() },
  ],
  ['rules', rules],
];

test.each(documents)(
  '%s with any value anywhere breaks no check',
  async (_name, document) => {
    const paths = pathsIn(document);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...paths), odd), { minLength: 1, maxLength: 3 }),
        async (changes) => {
          let changed = document;
          for (const [path, value] of changes.toSorted(([a], [b]) => b.length - a.length))
            changed = replace(changed, path, value);
          await expectSound(JSON.stringify(changed, null, 2));
        },
      ),
      { numRuns: 200 },
    );
  },
  60_000,
);

test.each(['a.json', 'a.yml', 'a'])(
  'any text as %s breaks no check',
  async (file) => {
    const text = fc.oneof(
      fc.string(),
      fc.json(),
      fc.string({
        unit: fc.constantFrom('{', '}', '[', ']', '"', ':', ',', '\n', '- ', 'a', '&', '*', '1', '\\', '|', '>'),
      }),
    );
    await fc.assert(
      fc.asyncProperty(text, (each) => expectSound(each, file)),
      { numRuns: 200 },
    );
  },
  60_000,
);

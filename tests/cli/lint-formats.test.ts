import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { cleanDashboard } from '../core/lint/lint-one.js';
import { createProject, type Project } from './project.js';

const count = z.int().nonnegative();
const place = z.int().positive();
const severity = z.enum(['error', 'warning', 'note']);

const finding = z.strictObject({
  id: z.string().regex(/^[a-z]+\/[a-z0-9-]+$/),
  severity,
  message: z.string().min(1),
  subject: z.string(),
  file: z.string().optional(),
  line: place.optional(),
  column: place.optional(),
  endLine: place.optional(),
  endColumn: place.optional(),
  dashboard: z.strictObject({ uid: z.string().optional(), title: z.string() }).optional(),
  panel: z.strictObject({ id: z.number().optional(), title: z.string() }).optional(),
  excerpt: z.strictObject({ text: z.string(), from: count, to: count }).optional(),
  fix: z.string().optional(),
});

const what = z.enum(['files', 'targets', 'queries', 'rules', 'parts', 'checks', 'findings']);

/** The document that `dashpack lint --format json` prints, as docs/guides/lint.md describes it. */
const report = z.strictObject({
  exitCode: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
  checked: z.strictObject({ files: count, dashboards: count, panels: count, queries: count, rules: count }),
  found: z.strictObject({ error: count, warning: count, note: count }),
  suppressed: count,
  known: count,
  gone: z.array(
    z.strictObject({
      check: z.string(),
      file: z.string(),
      dashboard: z.string(),
      panel: z.string(),
      message: z.string(),
      count,
    }),
  ),
  fixed: z.array(z.strictObject({ file: z.string(), checks: z.array(z.string()).min(1) })),
  notChecked: z.array(z.strictObject({ what, reason: z.string(), count: place, place: z.string() })),
  skipped: z.array(z.strictObject({ gate: z.string(), reason: z.string() })),
  milliseconds: count,
  findings: z.array(finding),
});

/** What every producer of SARIF 2.1.0 must write, and code scanners read. */
const sarif = z.looseObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z.tuple([
    z.looseObject({
      tool: z.looseObject({
        driver: z.looseObject({
          name: z.literal('dashpack'),
          version: z.string(),
          rules: z.array(z.looseObject({ id: z.string().min(1) })),
        }),
      }),
      columnKind: z.literal('utf16CodeUnits'),
      results: z.array(
        z.strictObject({
          ruleId: z.string().min(1),
          ruleIndex: count,
          level: z.enum(['none', 'note', 'warning', 'error']),
          message: z.strictObject({ text: z.string().min(1) }),
          locations: z.array(
            z.strictObject({
              physicalLocation: z
                .strictObject({
                  artifactLocation: z.strictObject({ uri: z.string().regex(/^[^\s\\]+$/) }),
                  region: z.strictObject({
                    startLine: place,
                    startColumn: place,
                    endLine: place.optional(),
                    endColumn: place.optional(),
                  }),
                })
                .optional(),
              logicalLocations: z.array(z.strictObject({ fullyQualifiedName: z.string() })).optional(),
            }),
          ),
        }),
      ),
    }),
  ]),
});

/** Files with a finding of everything that a finding can have, and something that is not checked. */
function createMixed(): Project {
  const panels = cleanDashboard()['panels'] as { targets?: { expr: string }[] }[];
  const [target] = panels[2]?.targets ?? [];
  if (target !== undefined) target.expr = 'min(up{job job="web"})';
  return createProject({
    'dashpack.config.ts': undefined,
    'a b.json': `${JSON.stringify({ ...cleanDashboard(), links: [], refresh: '1s', panels }, null, 2)}\n`,
    'rules.yml': 'groups: [{ name: web, rules: [{ alert: Down, expr: up }] }]\n',
    'broken.json': '{',
    'other.json': '{}',
  });
}

test.each([
  ['files', ['.']],
  ['files that are fixed', ['.', '--fix']],
  ['a baseline', ['.', '--baseline', 'known.json', '--update-baseline']],
  ['nothing that can be checked', ['other.json']],
])('JSON is as documented: %s', async (_name, args) => {
  const { stdout } = await createMixed().run(['lint', ...args, '--format', 'json']);
  const document: unknown = JSON.parse(stdout);
  expect(report.safeParse(document).error?.issues).toBeUndefined();
});

test('JSON of a pack is as documented, and says what is gone', async () => {
  const project = createProject();
  project.write({
    'known.json': `{ "version": 1, "findings": [{ "check": "panel/overlap", "file": "dashboards/web.ts", "dashboard": "web", "panel": "P", "message": "m", "count": 2 }] }`,
  });
  const { stdout } = await project.run(['lint', '--baseline', 'known.json', '--format', 'json']);
  const document = report.parse(JSON.parse(stdout));
  expect(document.gone).toHaveLength(1);
  expect(document.findings.every(({ file }) => file?.endsWith('.ts'))).toBe(true);
});

test('the guide names every key of the JSON', () => {
  const guide = readFileSync(resolve(import.meta.dirname, '../../docs/guides/lint.md'), 'utf8');
  const [, section = ''] = guide.split(/^## JSON$/m);
  const keys = [...Object.keys(report.shape), ...Object.keys(finding.shape)];
  expect(keys.filter((key) => !section.includes(`\`${key}\``) && !section.includes(`.${key}\``))).toEqual([]);
});

test('SARIF says what 2.1.0 asks for, and of each finding where', async () => {
  const project = createMixed();
  const { code, stdout } = await project.run(['lint', '.', '--format', 'sarif']);
  const log = sarif.parse(JSON.parse(stdout));
  const [{ results, tool }] = log.runs;
  const asJson = await project.run(['lint', '.', '--format', 'json']);
  const printed = report.parse(JSON.parse(asJson.stdout));
  expect(code).toBe(1);
  expect(results.map(({ ruleId, level }) => [ruleId, level])).toEqual(
    printed.findings.map(({ id, severity: level }) => [id, level]),
  );
  for (const { ruleId, ruleIndex, locations } of results) {
    expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    const { uri } = locations[0]?.physicalLocation?.artifactLocation ?? {};
    expect(() => readFileSync(join(project.folder, decodeURIComponent(uri ?? '')))).not.toThrow();
  }
});

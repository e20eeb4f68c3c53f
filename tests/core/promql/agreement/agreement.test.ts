import fc from 'fast-check';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { catalogLookup } from '../../../../src/core/catalog/lookup.js';
import { carriedLabels } from '../../../../src/core/promql/analyze/labels.js';
import { countValues, type LabelsOf } from '../../../../src/index.js';
import type { MetricFamily } from '../../../../src/core/model/metric.js';
import type { Node } from '../../../../src/core/promql/node.js';
import { print } from '../../../../src/core/promql/print.js';
import { startPrometheus, type Answer, type PrometheusServer } from '../../../servers/prometheus.js';
import { describeOnEach } from '../../../servers/versions.js';
import { repository, runCompiler } from '../../../types/diagnostics.js';
import { built } from './arbitrary-built.js';
import { call, selector, type Built } from './built.js';
import { inFlight, latency, requests, temperature, up } from './catalog.js';
import { end, samples } from './samples.js';

const lookup = catalogLookup([requests, inFlight, temperature, latency, up].map(({ family }) => family));
const expressions = distinct(fc.sample(built(3), { numRuns: 1500, seed: 11 }));
describeOnEach((servers) => {
  let server: PrometheusServer;

  beforeAll(async () => {
    server = await startPrometheus(samples(), { servers });
  });
  afterAll(() => server?.stop());

  test('the types claim no more than the analysis, and the analysis says what a server returns', async ({
    annotate,
  }) => {
    const answers = await server.queryAll(expressions.map(text), end);
    const faults = expressions.flatMap((of, index) => disagreements(of, answers[index] ?? { error: '' }));
    expect(faults).toEqual([]);
    const returned = answers.filter((answer) => 'series' in answer && answer.series.length > 0);
    const refused = answers.flatMap((answer) => ('error' in answer ? [answer.error] : []));
    expect(
      refused.filter((error) => !/multiple matches|many-to-many|duplicate series|same labelset|unique/.test(error)),
    ).toEqual([]);
    expect(returned.length).toBeGreaterThan(expressions.length / 3);
    const count = `${expressions.length} expressions: ${returned.length} returned series, ${refused.length} have several matches, which a server refuses`;
    console.log(count);
    await annotate(count);
  });

  test('a catalog that is wrong is noticed', async () => {
    const { family } = inFlight;
    const of = call('abs', inFlightLabels, selector('c.inFlight'));
    const answer = await server.query(text(of), end);
    const noticed = (labels: typeof family.labels): readonly string[] =>
      disagreements({ ...of, expr: { ...of.expr, node: withFamily(of.expr.node, { ...family, labels }) } }, answer).map(
        (fault) => fault.split(':')[0] ?? '',
      );
    expect(noticed(family.labels)).toEqual([]);
    expect(noticed({})).toEqual([
      'the type claims route, which the analysis does not',
      'the server returns route, which the analysis excludes',
    ]);
    expect(noticed({ ...family.labels, gone: { kind: 'open', examples: [] } })).toEqual([
      'the analysis counts on gone, which the server does not return',
    ]);
  });

  test.each([
    ['a pattern that does not match', ['copy', '$1', 'instance', 'nothing(.*)'], 'copy', false],
    ['a group that matches nothing', ['copy', '$1', 'instance', '(x*).*'], 'copy', false],
    ['an empty text where the pattern does not match', ['instance', '', 'job', 'nothing'], 'instance', true],
  ] as const)(
    'known difference, labelReplace: types count on a pattern that matches, the analysis does not (%s)',
    async (_, args, label, isThere) => {
      const of = selector('c.inFlight');
      const { expr } = call('labelReplace', [], of, ...args);
      const { labels, possible } = carriedLabels(expr.node, lookup);
      const answer = await server.query(print(expr.node), end);
      const series = 'series' in answer ? answer.series : [];
      expect(series.length).toBeGreaterThan(0);
      expect(series.every((one) => Object.hasOwn(one.labels, label))).toBe(isThere);
      expect([labels.has(label), possible.has(label)]).toEqual([false, true]);
    },
  );

  test('countValues claims no label that its own without drops', async () => {
    const without = ['route', 'instance'];
    const counted = countValues('route', inFlight(), { without: ['route', 'instance'] });
    const claims: readonly LabelsOf<typeof counted>[] = ['job'];
    // @ts-expect-error -- the label is not claimed
    const wrong: LabelsOf<typeof counted> = 'route';
    const of = call('countValues', claims, 'route', selector('c.inFlight'), { without });
    const answer = await server.query(text(of), end);
    const series = 'series' in answer ? answer.series : [];
    expect(series.map((one) => one.labels)).toEqual([{ job: 'web' }]);
    expect([...carriedLabels(of.expr.node, lookup).possible]).toEqual([...of.claims]);
    expect(of.claims).not.toContain(wrong);
  });
});

test('the compiler claims what this test takes it to claim', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'dashpack-agreement-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const chosen = expressions
    .toSorted((a, b) => a.source.length - b.source.length)
    .filter((_, index) => index % Math.ceil(expressions.length / 350) === 0);
  expect(chosen.length).toBeGreaterThanOrEqual(200);
  writeFileSync(
    join(folder, 'claims.mts'),
    [
      `import * as d from '${repository}/src/index.js';`,
      `import * as c from '${import.meta.dirname}/catalog.js';`,
      'type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : { claimed: A; expected: B }) : { claimed: A; expected: B };',
      ...chosen.flatMap(({ source, claims }, index) => {
        const expected = [...claims].map((label) => `'${label}'`).join(' | ') || 'never';
        return [
          `const e${index} = ${source};`,
          `export const t${index}: Same<d.LabelsOf<typeof e${index}>, ${expected}> = true;`,
        ];
      }),
    ].join('\n'),
  );
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      extends: join(repository, 'tsconfig.json'),
      compilerOptions: { typeRoots: [join(repository, 'node_modules/@types')] },
      include: ['claims.mts'],
      exclude: [],
    }),
  );
  expect(runCompiler(folder, ['-p', '.', '--pretty', 'false'])).toEqual({ code: 0, printed: '' });
}, 120_000);

const inFlightLabels = ['job', 'instance', 'route'];

function withFamily(node: Node, family: MetricFamily): Node {
  if (node.kind === 'selector') return { ...node, family };
  return node.kind === 'call' ? { ...node, args: node.args.map((argument) => withFamily(argument, family)) } : node;
}

/** What of an expression's labels the types, the analysis and the server see differently. */
function disagreements({ expr, source, claims }: Built, answer: Answer): readonly string[] {
  const { labels, possible, others } = carriedLabels(expr.node, lookup);
  const found = [...claims]
    .filter((label) => !labels.has(label))
    .map((label) => `the type claims ${label}, which the analysis does not`);
  const series = 'series' in answer ? answer.series : [];
  for (const one of series) {
    const names = Object.keys(one.labels).filter((name) => name !== '__name__');
    for (const label of labels)
      if (!names.includes(label)) found.push(`the analysis counts on ${label}, which the server does not return`);
    for (const name of names)
      if (!possible.has(name) && !others) found.push(`the server returns ${name}, which the analysis excludes`);
  }
  return [...new Set(found)].map((fault) => `${fault}: ${print(expr.node)} (${source})`);
}

function text({ expr }: Built): string {
  return print(expr.node);
}

function distinct(list: readonly Built[]): readonly Built[] {
  return [...new Map(list.map((of) => [text(of), of])).values()];
}

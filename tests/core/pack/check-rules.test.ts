import {
  alert,
  alertTest,
  datasource,
  eq,
  firesAt,
  hold,
  pack,
  record,
  recorded,
  role,
  ruleFile,
  series,
  silentUntil,
  universal,
  vector,
  type RuleFile,
} from 'dashpack';
import { expect, test } from 'vitest';
import { catalogLookup } from '../../../src/core/catalog/lookup.js';
import { buildServers } from '../../../src/core/pack/build/build-servers.js';

const LOCAL = role('LOCAL');
const OTHER = role('OTHER');
const up = universal('up', 'gauge', { help: '1 while the scrape succeeds.', unit: 'bool' });
const loaded = recorded('web:rules:loaded', { owner: LOCAL, help: '1 while the rules are loaded.' });
const local = datasource('prom_local', { url: 'http://prometheus:9090', isDefault: true });

const target = { job: 'web', instance: 'a:1' } as const;
const page = down('page');
const witness = record(loaded, vector(1, LOCAL));

function down(severity: string) {
  return alert('WebDown', {
    when: eq(up.on(LOCAL)({ job: 'web' }), 0),
    for: '1m',
    severity,
    summary: 'Down',
    description: 'Look.',
    runbook: 'r.md',
    tests: [
      alertTest('fires', [series(up.on(LOCAL)(target), hold(0))], [firesAt('2m', target)]),
      alertTest('silent', [series(up.on(LOCAL)(target), hold(1))], [silentUntil('2m')]),
    ],
  });
}

const sound = ruleFile('a.yml', { role: LOCAL, groups: { web: [witness, page] } });

/** What is found in a pack with these rule files, and the files that are written for its server. */
async function build(
  ...rules: readonly RuleFile[]
): Promise<{ findings: readonly string[]; paths: readonly string[] }> {
  const team = pack({
    name: 'team',
    title: 'Team',
    roles: [LOCAL, OTHER],
    datasources: [local],
    bindings: { LOCAL: local } as { LOCAL: typeof local; OTHER: typeof local },
    producers: [],
    metrics: [up, loaded],
    dashboards: [],
    rules,
  });
  const findings: string[] = [];
  const paths: string[] = [];
  for await (const event of buildServers(team, catalogLookup([up.family, loaded.family]))) {
    findings.push(...event.findings.map(({ id, subject, message }) => `${id} ${subject}: ${message}`));
    if (event.artifact !== undefined) paths.push(event.artifact.path);
  }
  return { findings, paths };
}

test('rules stand with their server and their tests', async () => {
  expect(await build(sound)).toEqual({
    findings: [],
    paths: ['prometheus.yml', 'rules/a.yml', 'tests/a_test.yml'].map((path) => `prometheus/prom_local/${path}`),
  });
});

test.each<[name: string, files: readonly RuleFile[], findings: readonly unknown[]]>([
  [
    'two files of one name',
    [sound, ruleFile('a.yml', { role: LOCAL, groups: { other: [down('warn')] } })],
    [
      expect.stringMatching(
        /^rule\/duplicate-file a\.yml: two rule files have the name "a\.yml": the other one is at /,
      ),
    ],
  ],
  [
    'two alerts of one name and the same labels, in two files',
    [sound, ruleFile('b.yml', { role: LOCAL, groups: { other: [down('page')] } })],
    [
      expect.stringMatching(
        /^rule\/duplicate b\.yml: alert "WebDown": two rules have this name and the same labels: the other one is at /,
      ),
    ],
  ],
  [
    'two alerts of one name with other severities are fine',
    [sound, ruleFile('b.yml', { role: LOCAL, groups: { other: [down('warn')] } })],
    [],
  ],
  [
    'a role that no server has',
    [sound, ruleFile('b.yml', { role: OTHER, groups: {} })],
    [
      "datasource/role-not-bound b.yml: it is for role OTHER, which the pack does not bind: no server would load it; bind OTHER in the pack's bindings",
    ],
  ],
  [
    'a recorded family that no rule records',
    [ruleFile('a.yml', { role: LOCAL, groups: { web: [page] } })],
    [
      'rule/unknown-recording-rule web:rules:loaded: web:rules:loaded is declared as recorded, but no rule file that a server loads records it: add record(…) to one',
    ],
  ],
  [
    'a recorded family whose rule file is off',
    [ruleFile('a.yml', { role: LOCAL, groups: { web: [witness, page] }, offBecause: 'not yet' })],
    [expect.stringContaining('rule/unknown-recording-rule web:rules:loaded: ')],
  ],
])('%s', async (_name, files, findings) => {
  expect((await build(...files)).findings).toEqual(findings);
});

import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { stack } from '../../../../src/core/stack/stack.js';
import { checkHermetic } from '../../../../src/core/inspect/gates/hermetic/hermetic.js';
import { secretsIn } from '../../../../src/core/inspect/gates/hermetic/secrets.js';
import type { VerifiedPack } from '../../../../src/core/inspect/gates/verified-pack.js';
import { smallPack } from '../../stack/small-stack.js';
import { verified, webPath, webWith } from './verified.js';

const none = { files: [], strangers: [] };

function verdicts(...packs: readonly VerifiedPack[]): readonly string[] {
  return checkHermetic(packs, none, new Map([['team', 9]]), parse).map(({ verdict, check }) => `${verdict} ${check}`);
}

function failures(...packs: readonly VerifiedPack[]) {
  return checkHermetic(packs, none, new Map(), parse).flatMap(({ verdict, check, details, next }) =>
    verdict === 'fail' ? [{ check, details, next }] : [],
  );
}

test('what was built is sound; without a stack nobody says where it is mounted', async () => {
  expect(verdicts(await verified())).toEqual([
    'pass files.uids',
    'pass files.zero-diff',
    'pass files.role-variables',
    'pass files.links',
    'skip files.provisioning-paths',
    'pass files.secrets',
  ]);
});

test('nothing on disk is nothing that passes', async () => {
  const empty = { ...(await verified()), files: new Map() };
  expect(verdicts(empty).filter((each) => each.startsWith('skip'))).toEqual([
    'skip files.uids',
    'skip files.role-variables',
    'skip files.links',
    'skip files.provisioning-paths',
  ]);
});

test('a uid that is there twice, and one that is not safe', async () => {
  const twin = { ...(await verified()), pack: smallPack({ name: 'twin' }) };
  expect(failures(await verified(), twin)[0]).toMatchObject({
    check: 'files.uids',
    details: [`the dashboard uid web is there 2 times: team/${webPath}, twin/${webPath}`],
  });
  const [unsafe] = failures(await webWith('"uid": "web"', '"uid": "we b"'));
  expect(unsafe?.details).toEqual([`team/${webPath} has the uid "we b", which is not safe`]);
  const [broken] = failures(await verified({ [webPath]: '{' }));
  expect(broken?.details).toEqual([`team/${webPath} is not the JSON of a dashboard`]);
});

test.each([
  ['"hide": 2', '"hide": 0', 'DS_LOCAL is not hidden: hide is 0, not 2'],
  ['"skipUrlSync": true', '"skipUrlSync": false', 'DS_LOCAL can be set by an address: skipUrlSync is not true'],
  ['"regex": "/^prom_local$/"', '"regex": "/prom/"', 'DS_LOCAL has the regex "/prom/", not /^prom_local$/'],
  ['"value": "prom_local"', '"value": "other"', 'DS_LOCAL is "other", not prom_local, to which it is bound'],
  ['"name": "DS_LOCAL"', '"name": "DS_OTHER"', 'DS_LOCAL is missing'],
])('a variable of a role with %s as %s', async (from, to, problem) => {
  expect(failures(await webWith(from, to))).toEqual([
    {
      check: 'files.role-variables',
      details: [`${webPath}: ${problem}`],
      next: 'run dashpack build, and commit what it writes',
    },
  ]);
});

test('a drop-down of datasources', async () => {
  const open = '"list": [{ "name": "ds", "type": "datasource", "query": "prometheus", "hide": 0 },';
  const found = failures(await webWith(/"list": \[(?=\s*\{\s*"current")/, open));
  expect(found).toMatchObject([{ details: [`${webPath}: ds lets a viewer choose a datasource`] }]);
});

test('a link that leads nowhere', async () => {
  const link = '"links": [{ "title": "Old", "type": "link", "url": "/d/old" }]';
  expect(failures(await webWith('"links": []', link))).toMatchObject([
    { check: 'files.links', details: [`${webPath}: "Old" leads to old, which does not exist`] },
  ]);
});

test('a stack whose paths lead to what is generated, and one whose provider looks elsewhere', async () => {
  const pack = smallPack({
    stacks: [stack('local', { about: 'Local.', grafana: {}, servers: { prom_local: { port: 9090 } } })],
  });
  expect(verdicts(await verified({}, pack))).toContain('pass files.provisioning-paths');
  const provider = 'grafana/provisioning/dashboards/team.yaml';
  const text = (await verified({}, pack)).files.get(provider) ?? '';
  const moved = await verified({ [provider]: text.replace('/etc/grafana/dashboards/team', '/var/dashboards') }, pack);
  expect(failures(moved)).toMatchObject([
    { check: 'files.provisioning-paths', details: [expect.stringContaining('/var/dashboards')] },
  ]);
});

test('differences from what build writes are told with their lines', async () => {
  const files = [{ pack: 'team', path: webPath, kind: 'changed', details: ['title: "a" → "b"'] }] as const;
  const found = checkHermetic([await verified()], { files, strangers: [] }, new Map([['team', 9]]), parse);
  expect(found.find(({ check }) => check === 'files.zero-diff')).toMatchObject({
    verdict: 'fail',
    message: '1 of 9 files not as build writes them',
    details: [`${webPath} differs`, '  title: "a" → "b"'],
  });
});

test.each([
  ['a.yaml', 'password: hunter2', 'a.yaml:1 has a value for password'],
  ['a.json', '{\n  "api_key": "abc"\n}', 'a.json:2 has a value for api_key'],
  ['a.md', 'see https://me:hunter2@example.org', 'a.md:1 holds a user and a password in an address'],
  ['a.sh', `x="glsa_${'a'.repeat(32)}_12345678"`, 'a.sh:1 holds a token of Grafana'],
  ['a.yml', 'text: -----BEGIN RSA PRIVATE KEY-----', 'a.yml:1 holds a private key'],
])('%s with %j holds a secret', (path, text, problem) => {
  expect(secretsIn(path, text)).toEqual([problem]);
});

test.each([
  ['a.yaml', 'password: $DB_PASSWORD'],
  ['a.yaml', 'GF_SECURITY_ADMIN_PASSWORD: ${GF_PASSWORD:?set it}'],
  ['a.yaml', 'bot_token_file: /run/secrets/bot'],
  ['a.template', "bot_token: '__BOT_TOKEN__'"],
  ['a.yaml', 'secrets:'],
  ['README.md', 'Token: see the wiki'],
  ['a.json', '"secureJsonData": {'],
])('%s with %j holds none', (path, text) => {
  expect(secretsIn(path, text)).toEqual([]);
});

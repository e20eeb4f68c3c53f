import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { alertmanager, stack, telegram } from 'dashpack';
import { beforeAll, expect, test } from 'vitest';
import { build, smallPack, writeBuilt, type Built } from '../core/stack/small-stack.js';
import { repository, runScript } from './tree.js';

let built: Built;

beforeAll(async () => {
  built = await build(
    smallPack({
      alertmanager: alertmanager({
        receivers: { telegram: telegram({ botToken: 'telegram_bot_token', chatId: 'telegram_chat_id' }) },
        receiver: 'telegram',
      }),
      stacks: [
        stack('full', {
          about: 'Everything.',
          reach: 'host',
          grafana: {},
          servers: { prom_local: { port: 9090 } },
          alertmanager: { profile: 'alerting' },
        }),
      ],
    }),
  );
});

/** Runs the gate over what the small pack generates, changed; returns the exit code and what was printed. */
function check(change: (folder: string) => void = () => undefined): ReturnType<typeof runScript> {
  const folder = writeBuilt({ team: built });
  change(join(folder, 'team'));
  return runScript('check-generated.mjs', [folder]);
}

function edit(path: string, from: string | RegExp, to: string): (folder: string) => void {
  return (folder) => {
    const file = join(folder, path);
    const text = readFileSync(file, 'utf8');
    const changed = text.replace(from, to);
    expect(changed).not.toBe(text);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, changed);
  };
}

test('every kind is checked, and counted', () => {
  const { code, printed } = check();
  expect(printed.trim().split('\n')).toEqual([
    expect.stringMatching(/^ok +\d+ Prometheus configurations$/),
    expect.stringMatching(/^ok +1 rule files$/),
    expect.stringMatching(/^ok +1 rule tests$/),
    expect.stringMatching(/^ok +2 compose files$/),
    expect.stringMatching(/^ok +1 Alertmanager templates$/),
  ]);
  expect(code).toBe(0);
});

const server = 'prometheus/prom_local';
const compose = 'compose/full/compose.yml';

test.each([
  ['a configuration', edit(`${server}/prometheus.yml`, 'scrape_interval', 'scrape_intervall'), 'scrape_intervall'],
  ['a rule file that is not there', edit(`${server}/prometheus.yml`, 'web_alerts', 'gone'), 'gone.yml'],
  ['a rule', edit(`${server}/rules/web_alerts.yml`, 'expr: ', 'expr: sum('), 'web_alerts.yml'],
  ['a threshold, which its test notices', edit(`${server}/rules/web_alerts.yml`, /== 0/, '== 1'), 'FAILED'],
  ['a service without a name that compose knows', edit(compose, 'restart:', 'restarts:'), 'restarts'],
  [
    'a dependency on a state that does not exist',
    edit(compose, 'service_completed_successfully', 'done'),
    'depends_on',
  ],
  ['a route', edit('alertmanager/alertmanager.yml.template', 'group_wait: 30s', 'group_wait: soon'), 'soon'],
  ['a receiver', edit('alertmanager/alertmanager.yml.template', 'receiver: telegram', 'receiver: mail'), 'mail'],
  ['a script', edit('alertmanager/render.sh', 'set -euf', 'set -euf\nfalse'), 'render.sh'],
  [
    'a placeholder',
    edit('alertmanager/alertmanager.yml.template', '__TELEGRAM_BOT_', '__BOT_'),
    'a placeholder is left',
  ],
])('%s that is wrong fails', (_, change, message) => {
  const { code, printed } = check(change);
  expect(printed).toContain(message);
  expect(printed).toMatch(/^FAIL/m);
  expect(code).toBe(1);
});

test.each([
  ['rule tests', `${server}/tests`],
  ['compose files', 'compose'],
  ['Alertmanager templates', 'alertmanager'],
])('none of the %s fails', (kind, path) => {
  const { code, printed } = check((folder) => rmSync(join(folder, path), { recursive: true }));
  expect(printed).toMatch(new RegExp(`FAIL +0 ${kind}`));
  expect(code).toBe(1);
});

test('without a tool nothing is checked, and it is said how to install it', () => {
  const { status, stderr } = spawnSync(process.execPath, [join(repository, 'scripts/check-generated.mjs')], {
    encoding: 'utf8',
    env: { ...process.env, PATH: '' },
  });
  expect(stderr).toBe(
    [
      'check-generated: promtool is not installed',
      '  next: apt-get update && apt-get install -y prometheus',
      'check-generated: amtool is not installed',
      '  next: apt-get update && apt-get install -y prometheus-alertmanager',
      '',
    ].join('\n'),
  );
  expect(status).toBe(3);
});

test('a folder that is not there could not be checked', () => {
  const { code, printed } = runScript('check-generated.mjs', ['/nowhere']);
  expect({ code, printed }).toEqual({
    code: 3,
    printed: 'check-generated: /nowhere does not exist\n  next: npm run build\n',
  });
});

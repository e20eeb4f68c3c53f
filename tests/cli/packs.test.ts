import { describe, expect, test } from 'vitest';
import { createProject, type Project } from './project.js';

/** A second pack beside the first, with everything of its own. */
const second = `import { dashboard, dashboardRef, datasource, gauge, pack, producer, eq, role, row, stat, sum, universal } from 'dashpack';

const BOT = role('BOT', { pinned: true });
const server = datasource('prom_bot', { url: 'http://bot:9090' });
const up = universal('up', 'gauge', { help: 'Up.', unit: 'bool' });
const bot = producer('bot', { port: 8000, scrapedBy: [BOT], scrapeInterval: '15s', alive: () => eq(up.on(BOT)({ job: 'bot' }), 1) });
const mood = gauge('bot_mood', { owner: BOT, producer: bot, help: 'How the bot feels.' });

const home = dashboard(dashboardRef({ uid: 'bot', title: 'Bot', folder: 'bots' }), {
  rows: { mood: row('Mood', { now: stat('Mood', { query: sum(mood()) }) }) },
});

export const bots = pack({
  name: 'bots',
  title: 'Our Bots',
  roles: [BOT],
  datasources: [server],
  bindings: { BOT: server },
  producers: [bot],
  metrics: [up, mood],
  dashboards: [() => home],
});
`;

function twoPacks(options = ''): Project {
  return createProject({
    'bots.ts': second,
    'dashpack.config.ts': `import { defineConfig } from 'dashpack';
import { bots } from './bots.js';
import { prometheus } from './catalog.js';
import { team } from './pack.js';

export default defineConfig({ packs: [team, bots], ${options} });
void prometheus;
`,
  });
}

async function errorsOf(project: Project, ...args: readonly string[]): Promise<readonly string[]> {
  const { code, stdout } = await project.run(['build', '--format', 'json', ...args]);
  expect(code).toBe(2);
  expect(project.snapshot()).toEqual({});
  const { findings } = JSON.parse(stdout) as { readonly findings: readonly { id: string; message: string }[] };
  return findings.map(({ id, message }) => `${id}: ${message}`);
}

describe('two packs in one Grafana', () => {
  test('stand side by side', async () => {
    const project = twoPacks();
    expect(await project.run(['build'])).toMatchObject({ code: 0, stderr: '' });
    const paths = Object.keys(project.snapshot());
    expect(paths).toContain('bots/grafana/dashboards/bots/bot.json');
    expect(paths).toContain('team/grafana/dashboards/http/web.json');
  });

  test('--pack builds one, and leaves the files of the other alone', async () => {
    const project = twoPacks();
    await project.run(['build', '--pack', 'bots']);
    expect(Object.keys(project.snapshot()).every((path) => path.startsWith('bots/'))).toBe(true);
    const before = project.snapshot();
    await project.run(['build', '--pack', 'team']);
    expect(project.snapshot()).toMatchObject(before);
  });

  test.each([
    [
      "uid: 'bot'",
      "uid: 'web'",
      'dashboard/duplicate-uid: packs "team" and "bots" both have a dashboard with the uid "web": the other one is at dashboards/web.ts:4:16; give one of them another',
    ],
    [
      "folder: 'bots'",
      "folder: 'http'",
      'dashboard/shared-folder: packs "team" and "bots" both have dashboards in the folder "http": Grafana lets only one provider own it; name the folder otherwise in one of them',
    ],
    [
      "'prom_bot'",
      "'prom_local'",
      'datasource/duplicate-uid: packs "team" and "bots" both provision a datasource with the uid "prom_local": name it otherwise in one of them',
    ],
    [
      "title: 'Our Bots'",
      "title: 'Team'",
      'pack/duplicate-title: packs "team" and "bots" both have the title "Team", which names their providers in Grafana: name one of them otherwise',
    ],
    [
      "title: 'Our Bots'",
      "title: 'Our Bots', dashboardsPath: '/etc/grafana/dashboards/team/bots'",
      'pack/overlapping-roots: the dashboards of packs "team" and "bots" overlap: /etc/grafana/dashboards/team and /etc/grafana/dashboards/team/bots; give each a folder of its own',
    ],
    [
      "'http://bot:9090' }",
      "'http://bot:9090', isDefault: true }",
      '"prom_local" of pack "team" and "prom_bot" of pack "bots" are both the default datasource, and Grafana does not start with two: say which one is, with defaultDatasource in defineConfig',
    ],
  ])('collide where %s becomes %s', async (from, to, message) => {
    const project = twoPacks();
    project.edit('bots.ts', from, to);
    expect((await errorsOf(project)).join('\n')).toContain(message);
    // Building one of them does not hide it.
    const [first = ''] = message.split(': ');
    expect((await errorsOf(project, '--pack', 'bots')).join('\n')).toContain(first);
  });

  test('a default datasource for all of them', async () => {
    const project = twoPacks('defaultDatasource: prometheus');
    project.edit('bots.ts', "'http://bot:9090' }", "'http://bot:9090', isDefault: true }");
    expect(await project.run(['build'])).toMatchObject({ code: 0 });
    const provisioned = Object.entries(project.snapshot()).filter(([path]) =>
      path.includes('provisioning/datasources'),
    );
    const defaults = provisioned.map(([path, text]) => [path.split('/')[0], /isDefault: (\w+)/.exec(text)?.[1]]);
    expect(defaults).toEqual([
      ['bots', 'false'],
      ['team', 'true'],
    ]);
  });
});

describe('another environment', () => {
  const production = `import { datasource, defineConfig, inEnvironment } from 'dashpack';
import { team } from './pack.js';

const other = datasource('prom_other', { url: 'http://other:9090' });
export default defineConfig({ packs: [inEnvironment(team, { bindings: { LOCAL: other }, targetHost: 'exporters' })] });
`;

  test('moves what its roles ask, scrape and load; nothing else', async () => {
    const project = createProject({ 'dashpack.prod.config.ts': production });
    await project.run(['build']);
    expect(await project.run(['build', '--config', 'dashpack.prod.config.ts', '--out', 'prod'])).toMatchObject({
      code: 0,
    });
    // On the page, the widths of the tables follow from the urls.
    const { 'team/README.md': _page, ...here } = project.snapshot();
    const { 'team/README.md': _other, ...there } = project.snapshot('prod');
    const renamed = Object.fromEntries(
      Object.entries(there).map(([path, text]) => [
        path.replace('prom_other', 'prom_local'),
        text
          .replaceAll('prom_other', 'prom_local')
          .replaceAll('http://other:9090', 'http://prometheus:9090')
          .replaceAll('exporters:8000', 'host.docker.internal:8000')
          .replaceAll('isDefault: false', 'isDefault: true'),
      ]),
    );
    expect(renamed).toEqual(here);
  });

  test('an unknown datasource is named with those there are', async () => {
    const project = createProject({
      'dashpack.prod.config.ts': production
        .replace('bindings: { LOCAL: other }', "urls: { nowhere: 'http://x' }")
        .replace(/const other.*\n/, '')
        .replace('datasource, ', ''),
    });
    const { code, stderr } = await project.run(['build', '--config', 'dashpack.prod.config.ts']);
    expect(code).toBe(2);
    expect(stderr).toContain('pack "team" has no datasource "nowhere" to give another url; it has prom_local');
  });
});

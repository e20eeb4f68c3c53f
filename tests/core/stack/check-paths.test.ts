import { alertmanager, stack, telegram } from 'dashpack';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkPaths, type GeneratedFiles } from '../../../src/core/stack/check-paths.js';
import type { ComposeFile, ComposeMount, ComposeService } from '../../../src/core/stack/compose.js';
import { build, home, smallPack } from './small-stack.js';

const built = await build(
  smallPack({
    home,
    alertmanager: alertmanager({
      receivers: { telegram: telegram({ botToken: 'telegram_bot_token', chatId: 'telegram_chat_id' }) },
      receiver: 'telegram',
    }),
    stacks: [
      stack('full', {
        about: 'Everything.',
        grafana: {},
        servers: { prom_local: { port: 9090 } },
        alertmanager: {},
        producers: 'connector',
        services: { connector: { image: 'connector:1.0.0' } },
      }),
    ],
  }),
);
const contents = new Map<string, unknown>(
  [...built.files].filter(([path]) => /\.ya?ml$/.test(path)).map(([path, text]) => [path, parse(text)]),
);
const files: GeneratedFiles = { paths: new Set(built.files.keys()), contents };
const compose = contents.get('compose/full/compose.yml') as ComposeFile;

/** The compose file with one service changed. */
function withService(name: string, change: (service: ComposeService) => ComposeService): ComposeFile {
  const service = compose.services[name];
  if (service === undefined) throw new Error(`there is no service ${name}`);
  return { ...compose, services: { ...compose.services, [name]: change(service) } };
}

function mapMounts(name: string, pick: string, change: (mount: ComposeMount) => readonly ComposeMount[]): ComposeFile {
  const before = compose.services[name]?.volumes ?? [];
  expect(before.some(({ target }) => target === pick)).toBe(true);
  return withService(name, (service) => ({
    ...service,
    volumes: before.flatMap((mount) => (mount.target === pick ? change(mount) : [mount])),
  }));
}

const withoutMount = (name: string, target: string): ComposeFile => mapMounts(name, target, () => []);
const withEnvironment = (name: string, environment: Readonly<Record<string, string>>): ComposeFile =>
  withService(name, (service) => ({ ...service, environment: { ...service.environment, ...environment } }));

/** The generated files, one of them with other content. */
function withContent(path: string, change: (content: Readonly<Record<string, unknown>>) => unknown): GeneratedFiles {
  const before = contents.get(path);
  if (before === undefined) throw new Error(`there is no ${path}`);
  return { ...files, contents: new Map([...contents, [path, change(before as Readonly<Record<string, unknown>>)]]) };
}

const without = (path: string): GeneratedFiles => ({
  ...files,
  paths: new Set([...files.paths].filter((each) => each !== path)),
});

const config = '/etc/dashpack/team/compose/full/prometheus/prom_local';

test('what is built agrees', () => {
  expect(built.findings).toEqual([]);
  expect(checkPaths(compose, 'team', files)).toEqual([]);
});

describe('each broken once', () => {
  test.each<readonly [string, ComposeFile, GeneratedFiles, readonly string[]]>([
    [
      'dashboards are not mounted',
      withoutMount('grafana', '/etc/grafana/dashboards/team'),
      files,
      [
        'service grafana: options.path of the provider is /etc/grafana/dashboards/team, where nothing that the pack generates is mounted',
        'service grafana: the home dashboard is /etc/grafana/dashboards/team/http/web.json, where nothing that the pack generates is mounted',
      ],
    ],
    [
      'dashboards are mounted elsewhere',
      mapMounts('grafana', '/etc/grafana/dashboards/team', (mount) => [{ ...mount, target: '/var/lib/dashboards' }]),
      files,
      [
        'service grafana: options.path of the provider is /etc/grafana/dashboards/team, where nothing that the pack generates is mounted',
        'service grafana: the home dashboard is /etc/grafana/dashboards/team/http/web.json, where nothing that the pack generates is mounted',
      ],
    ],
    [
      'the provider reads another folder',
      compose,
      withContent('grafana/provisioning/dashboards/team.yaml', () => ({
        providers: [{ options: { path: '/etc/grafana/dashboards' } }],
      })),
      [
        'service grafana: options.path of the provider is /etc/grafana/dashboards, where nothing that the pack generates is mounted',
      ],
    ],
    [
      'the provider reads a folder without dashboards',
      compose,
      withContent('grafana/provisioning/dashboards/team.yaml', () => ({
        providers: [{ options: { path: '/etc/grafana/dashboards/team/htpp' } }],
      })),
      [
        'service grafana: options.path of the provider is /etc/grafana/dashboards/team/htpp, which is grafana/dashboards/htpp, and there is no dashboard of the pack there',
      ],
    ],
    [
      'the home dashboard is another',
      withEnvironment('grafana', {
        GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH: '/etc/grafana/dashboards/team/http/home.json',
      }),
      files,
      [
        'service grafana: the home dashboard is /etc/grafana/dashboards/team/http/home.json, which is grafana/dashboards/http/home.json, and there is no generated file there',
      ],
    ],
    [
      'Grafana provisions from another folder',
      withEnvironment('grafana', { GF_PATHS_PROVISIONING: '/provisioning' }),
      files,
      [
        'service grafana: Grafana loads its dashboards from /provisioning/dashboards, where nothing that the pack generates is mounted',
        'service grafana: Grafana loads its datasources from /provisioning/datasources, where nothing that the pack generates is mounted',
      ],
    ],
    [
      'datasources are not provisioned',
      withoutMount('grafana', '/etc/grafana/provisioning/datasources/team.yaml'),
      files,
      [
        'service grafana: Grafana loads its datasources from /etc/grafana/provisioning/datasources, where nothing that the pack generates is mounted',
      ],
    ],
    [
      'rules are not mounted',
      withoutMount('prom-local', '/etc/dashpack/team/prometheus/prom_local/rules'),
      files,
      [
        `service prom-local: rule_files of ${config}/prometheus.yml names ../../../../prometheus/prom_local/rules/web_alerts.yml, that is /etc/dashpack/team/prometheus/prom_local/rules/web_alerts.yml, where nothing that the pack generates is mounted`,
      ],
    ],
    [
      'a rule file does not exist',
      compose,
      withContent('compose/full/prometheus/prom_local/prometheus.yml', (content) => ({
        ...content,
        rule_files: ['../../../../prometheus/prom_local/rules/gone.yml'],
      })),
      [
        `service prom-local: rule_files of ${config}/prometheus.yml names ../../../../prometheus/prom_local/rules/gone.yml, that is /etc/dashpack/team/prometheus/prom_local/rules/gone.yml, which is prometheus/prom_local/rules/gone.yml, and there is no generated file there`,
      ],
    ],
    [
      'Prometheus loads another configuration',
      withService('prom-local', (service) => ({ ...service, command: [`--config.file=${config}/prom.yml`] })),
      files,
      [
        `service prom-local: --config.file is ${config}/prom.yml, which is compose/full/prometheus/prom_local/prom.yml, and there is no generated file there`,
      ],
    ],
    [
      'Prometheus is not told a configuration',
      withService('prom-local', ({ image }) => ({ image: image ?? '' })),
      files,
      [
        'service prom-local: --config.file is /etc/prometheus/prometheus.yml, where nothing that the pack generates is mounted',
      ],
    ],
    [
      'nothing is generated where a mount comes from',
      mapMounts('am_init', '/etc/dashpack/team/alertmanager', (mount) => [
        { ...mount, source: '../../../team/alertmanagers' },
      ]),
      files,
      [
        'service am_init: it mounts alertmanagers, which the pack does not generate',
        'service am_init: it runs /etc/dashpack/team/alertmanager/render.sh, which is alertmanagers/render.sh, and there is no generated file there',
        'service am_init: TEMPLATE is /etc/dashpack/team/alertmanager/alertmanager.yml.template, which is alertmanagers/alertmanager.yml.template, and there is no generated file there',
      ],
    ],
    [
      'the template is not generated',
      compose,
      without('alertmanager/alertmanager.yml.template'),
      [
        'service am_init: TEMPLATE is /etc/dashpack/team/alertmanager/alertmanager.yml.template, which is alertmanager/alertmanager.yml.template, and there is no generated file there',
      ],
    ],
    [
      'am_init writes elsewhere',
      withEnvironment('am_init', { OUTPUT: '/amcfg/config.yml' }),
      files,
      [
        'service alertmanager: --config.file is /amcfg/alertmanager.yml, where nothing that the pack generates is mounted',
      ],
    ],
    [
      'Alertmanager does not wait for am_init',
      withService('alertmanager', (service) => ({ ...service, depends_on: {} })),
      files,
      [
        'service alertmanager: --config.file is /amcfg/alertmanager.yml, where nothing that the pack generates is mounted',
      ],
    ],
    [
      'a mount is inside another',
      mapMounts('grafana', '/var/lib/grafana', (mount) => [
        mount,
        { type: 'volume', source: 'plugins', target: '/var/lib/grafana/plugins' },
      ]),
      files,
      ['service grafana: its mounts at /var/lib/grafana and /var/lib/grafana/plugins overlap'],
    ],
    [
      'two mounts are at one place',
      mapMounts('grafana', '/var/lib/grafana', (mount) => [mount, { ...mount, type: 'volume', source: 'other' }]),
      files,
      ['service grafana: its mounts at /var/lib/grafana and /var/lib/grafana overlap'],
    ],
  ])('%s', (_, broken, generated, messages) => {
    expect(checkPaths(broken, 'team', generated)).toEqual(messages);
  });
});

test('a build says it at the line of the stack, and the pack is not written', async () => {
  const broken = stack('broken', {
    about: 'Broken.',
    grafana: { environment: { GF_PATHS_PROVISIONING: '/nowhere' } },
  });
  const { findings } = await build(smallPack({ stacks: [broken] }));
  expect(findings.map(({ id, severity, subject }) => ({ id, severity, subject }))).toEqual([
    { id: 'stack/path', severity: 'error', subject: 'stack broken' },
    { id: 'stack/path', severity: 'error', subject: 'stack broken' },
  ]);
  expect(findings[0]?.position?.file).toMatch(/check-paths\.test\.ts$/);
});

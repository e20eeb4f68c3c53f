import { alertmanager, dashboardRef, stack, telegram } from 'dashpack';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { inEnvironment } from '../../../src/core/pack/in-environment.js';
import type { ComposeFile, ComposeService } from '../../../src/core/stack/compose.js';
import { build, home, smallPack, type Built } from './small-stack.js';

const chat = alertmanager({
  receivers: { telegram: telegram({ botToken: 'telegram_bot_token', chatId: 'telegram_chat_id' }) },
  receiver: 'telegram',
});

/** Three profiles: nothing, `ui` and `alerting`, with volumes that have names of their own. */
const full = stack('full', {
  about: 'Everything.',
  grafana: { profile: 'ui' },
  servers: {
    prom_local: { port: 9090, service: 'prometheus', volume: 'prom_data', lifecycle: true, retention: '30d' },
  },
  alertmanager: { profile: 'alerting' },
  producers: 'connector',
  services: { connector: { image: '${CONNECTOR_IMAGE:-connector:1.0.0}', ports: ['127.0.0.1:8000:8000'] } },
});

function yaml({ files }: Built, path: string): unknown {
  const text = files.get(path);
  if (text === undefined) throw new Error(`there is no ${path}: there is ${[...files.keys()].join(', ')}`);
  return parse(text);
}

function compose(built: Built, path: string): ComposeFile {
  return yaml(built, path) as ComposeFile;
}

function targets(built: Built, path: string): unknown {
  const { scrape_configs: jobs } = yaml(built, path) as {
    readonly scrape_configs: readonly { readonly static_configs: readonly { readonly targets: unknown }[] }[];
  };
  return jobs.map((job) => job.static_configs[0]?.targets);
}

describe('a stack of containers', async () => {
  const built = await build(smallPack({ stacks: [full], alertmanager: chat, home }));
  const file = compose(built, 'compose/full/compose.yml');

  test('has no finding, and starts services by profile, with named volumes', () => {
    expect(built.findings).toEqual([]);
    const profiles = Object.entries(file.services).map(([name, service]) => [name, service.profiles ?? []]);
    expect(Object.fromEntries(profiles)).toEqual({
      am_init: ['alerting'],
      alertmanager: ['alerting'],
      connector: [],
      grafana: ['ui'],
      prometheus: [],
    });
    expect(Object.keys(file.volumes ?? {})).toEqual([
      'alertmanager_config',
      'alertmanager_data',
      'grafana_data',
      'prom_data',
    ]);
    expect(file.secrets).toEqual({
      telegram_bot_token: { file: '${DASHPACK_SECRETS:-../../../../secrets}/telegram_bot_token' },
      telegram_chat_id: { file: '${DASHPACK_SECRETS:-../../../../secrets}/telegram_chat_id' },
    });
  });

  test('publishes on loopback only, pins versions, and asks for the admin password', () => {
    for (const { ports = [], image = '' } of Object.values(file.services)) {
      expect(ports.every((port) => port.startsWith('127.0.0.1:'))).toBe(true);
      expect(image).toMatch(/:v?\d+\.\d+\.\d+\}?$/);
    }
    expect(file.services['grafana']?.environment).toMatchObject({
      GF_SECURITY_ADMIN_PASSWORD: expect.stringMatching(/^\$\{GF_SECURITY_ADMIN_PASSWORD:\?.+\}$/),
      GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH: '/etc/grafana/dashboards/team/http/web.json',
    });
    expect(file.services['prometheus']?.command).toEqual([
      '--config.file=/etc/dashpack/team/compose/full/prometheus/prom_local/prometheus.yml',
      '--storage.tsdb.path=/prometheus',
      '--storage.tsdb.retention.time=30d',
      '--web.enable-lifecycle',
    ]);
  });

  test('only urls and targets differ from the common files, and uids stay', () => {
    const own = [...built.files.keys()].filter((path) => path.startsWith('compose/'));
    expect(own).toEqual([
      'compose/full/grafana/datasources.yaml',
      'compose/full/prometheus/prom_local/prometheus.yml',
      'compose/full/compose.yml',
    ]);
    const common = yaml(built, 'grafana/provisioning/datasources/team.yaml') as { readonly datasources: object[] };
    const there = yaml(built, 'compose/full/grafana/datasources.yaml') as { readonly datasources: object[] };
    expect(there.datasources).toEqual([
      { ...common.datasources[0], url: 'http://prometheus:9090' },
      common.datasources[1],
    ]);
    expect(targets(built, 'prometheus/prom_local/prometheus.yml')).toEqual([['host.docker.internal:8000']]);
    expect(targets(built, 'compose/full/prometheus/prom_local/prometheus.yml')).toEqual([['connector:8000']]);
    const rules = { rule_files: ['../../../../prometheus/prom_local/rules/web_alerts.yml'] };
    expect(yaml(built, 'compose/full/prometheus/prom_local/prometheus.yml')).toMatchObject(rules);
  });

  test('servers with rules send alerts to Alertmanager, others do not', () => {
    const alerting = { alertmanagers: [{ static_configs: [{ targets: ['alertmanager:9093'] }] }] };
    expect(yaml(built, 'prometheus/prom_local/prometheus.yml')).toMatchObject({ alerting });
    expect(yaml(built, 'prometheus/prom_shadow/prometheus.yml')).not.toHaveProperty('alerting');
  });
});

test('what is the same in the stack is not written again', async () => {
  const plain = stack('plain', {
    about: 'As the pack says.',
    servers: { prom_local: { port: 9090, service: 'local' } },
    grafana: {},
  });
  const built = await build(smallPack({ stacks: [plain] }));
  expect([...built.files.keys()].filter((path) => path.startsWith('compose/'))).toEqual(['compose/plain/compose.yml']);
});

describe('a stack that reaches everything through the host', async () => {
  const onHost = stack('on-host', {
    about: 'Grafana.',
    reach: 'host',
    grafana: { port: 3001 },
    servers: { prom_local: { port: 9095 } },
  });
  const built = await build(smallPack({ stacks: [onHost] }));

  test('loads the common files', () => {
    expect(built.findings).toEqual([]);
    expect([...built.files.keys()].filter((path) => path.startsWith('compose/'))).toEqual([
      'compose/on-host/compose.yml',
      'compose/on-host/compose.linux-host.yml',
    ]);
  });

  test('goes through the gateway, and on Linux shares the network of the host', () => {
    const { grafana, 'prom-local': server } = compose(built, 'compose/on-host/compose.yml').services;
    expect([grafana?.extra_hosts, server?.extra_hosts]).toEqual([
      ['host.docker.internal:host-gateway'],
      ['host.docker.internal:host-gateway'],
    ]);
    expect([grafana?.ports, server?.ports]).toEqual([['127.0.0.1:3001:3000'], ['127.0.0.1:9095:9090']]);
    const linux = compose(built, 'compose/on-host/compose.linux-host.yml').services;
    for (const service of Object.values(linux)) {
      expect(service).toMatchObject({ network_mode: 'host', extra_hosts: ['host.docker.internal:127.0.0.1'] });
      expect(service).not.toHaveProperty('ports');
    }
    expect(linux['grafana']?.environment).toMatchObject({
      GF_SERVER_HTTP_ADDR: '127.0.0.1',
      GF_SERVER_HTTP_PORT: '3001',
    });
    expect(linux['prom-local']?.command).toContain('--web.listen-address=127.0.0.1:9095');
    expect(linux['prom-local']?.healthcheck?.test.at(-1)).toBe('http://127.0.0.1:9095/-/healthy');
  });
});

test('another environment has no stacks of this one', async () => {
  const { files } = await build(inEnvironment(smallPack({ stacks: [full] }), {}));
  expect([...files.keys()].filter((path) => path.startsWith('compose/'))).toEqual([]);
});

describe('refused', () => {
  const service = (more: ComposeService): Readonly<Record<string, ComposeService>> => ({
    extra: { image: 'x:1', ...more },
  });
  test.each([
    [
      'stack/unknown-server',
      { servers: { prom_lcoal: { port: 9090 } } },
      'there is no Prometheus server "prom_lcoal": there is prom_local, prom_shadow',
    ],
    [
      'stack/unknown-service',
      { producers: 'exporters' },
      'there is no service "exporters" for producers: there is none',
    ],
    [
      'stack/unknown-service',
      { services: service({ depends_on: { db: { condition: 'service_started' } } }) },
      'service extra depends on "db", and there is no such service: there is extra',
    ],
    [
      'stack/duplicate-service',
      { grafana: {}, services: { grafana: { image: 'x:1' } } },
      'two services are called "grafana"',
    ],
    ['stack/no-alertmanager', { alertmanager: {} }, 'it runs an Alertmanager, and the pack has none'],
    [
      'stack/port-taken',
      { grafana: { port: 9090 }, servers: { prom_local: { port: 9090 } } },
      'two services publish the port 9090: give one of them another',
    ],
    [
      'stack/secret-in-file',
      { services: service({ environment: { DB_PASSWORD: 'geheim' } }) },
      'service extra has a value for DB_PASSWORD',
    ],
    [
      'stack/secret-in-file',
      { services: service({ environment: { API_TOKEN: '${API_TOKEN:-geheim}' } }) },
      'service extra has a value for API_TOKEN',
    ],
  ] as const)('%s: %j', async (id, spec, message) => {
    const { findings } = await build(smallPack({ stacks: [stack('x', { about: 'X.', ...spec })] }));
    expect(findings.map((finding) => finding.id)).toEqual([id]);
    expect(findings[0]?.message).toContain(message);
    expect(findings[0]?.message).not.toContain('geheim');
    expect(findings[0]?.position?.file).toMatch(/build-stacks\.test\.ts$/);
  });

  test('a home dashboard of another pack', async () => {
    const { findings } = await build(
      smallPack({ home: dashboardRef({ uid: 'other', title: 'Other', folder: 'http' }) }),
    );
    expect(findings).toMatchObject([
      { id: 'pack/home-not-in-pack', message: expect.stringContaining('"other" is not one of the pack\'s') },
    ]);
  });

  test('two stacks of one name', async () => {
    const { findings } = await build(smallPack({ stacks: [full, stack('full', { about: 'Again.' })] }));
    expect(findings.map(({ id }) => id)).toContain('stack/duplicate-name');
  });

  test('keys that stacks do not know, and names that are not folders', () => {
    // @ts-expect-error a service has no such key
    expect(() => stack('x', { about: 'X.', services: { a: { image: 'a:1', privileged: true } } })).toThrow(
      'service "a" of stack "x" has "privileged", which stacks do not know',
    );
    expect(() => stack('My Stack', { about: 'X.' })).toThrow('the stack\'s name "My Stack" cannot be a folder');
  });

  test('a port that other machines reach does not compile', () => {
    const open: ComposeService = {
      // @ts-expect-error not a port on the loopback interface
      ports: ['0.0.0.0:3000:3000'],
    };
    expect(open.ports).toHaveLength(1);
  });
});

describe('three packs in one Grafana', async () => {
  const names = ['one', 'two', 'three'];
  const one = stack('grafana-only', { about: 'Grafana.', reach: 'host', grafana: {} });
  const mounts = await Promise.all(
    names.map(async (name) => {
      const built = await build(smallPack({ name, title: name, stacks: [one] }));
      return compose(built, 'compose/grafana-only/compose.yml').services['grafana']?.volumes ?? [];
    }),
  );

  test('no mount of one is at, or inside, that of another', () => {
    const binds = mounts.map((all) => all.filter(({ type }) => type === 'bind').map(({ target }) => target));
    expect(binds.map(({ length }) => length)).toEqual([3, 3, 3]);
    const clashes = binds.flatMap((own, pack) =>
      binds
        .filter((_, other) => other !== pack)
        .flatMap((others) => own.filter((target) => others.some((other) => `${target}/`.startsWith(`${other}/`)))),
    );
    expect(clashes).toEqual([]);
  });

  test('sources name their pack, so that they hold where compose merges the files, all relative to the first', () => {
    for (const [index, name] of names.entries()) {
      const sources = mounts[index]?.filter(({ type }) => type === 'bind').map(({ source }) => source) ?? [];
      expect(sources.every((source) => source.startsWith(`../../../${name}/grafana/`))).toBe(true);
    }
  });
});

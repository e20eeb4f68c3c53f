import { provisioningRoot } from './grafana-service.js';
import type { ComposeService } from './compose.js';

/** A path in a container that something names. */
export interface ContainerPath {
  readonly path: string;
  /** Who names it: the beginning of a sentence that the path continues. */
  readonly says: string;
  /** The thing that must be there. `dashboards`: a folder with at least one dashboard. */
  readonly kind: 'file' | 'folder' | 'dashboards';
}

/** The generated file at a path of the container; undefined where none is mounted. */
type Locate = (path: string) => string | undefined;

/** Every path that a service names, itself or in a generated file that it loads. */
export function pathsIn(
  service: ComposeService,
  contents: ReadonlyMap<string, unknown>,
  locate: Locate,
): readonly ContainerPath[] {
  return [
    ...ofGrafana(service, contents, locate),
    ...ofPrometheus(service, contents, locate),
    ...ofAlertmanager(service),
    ...ofScript(service),
  ];
}

function ofGrafana(
  service: ComposeService,
  contents: ReadonlyMap<string, unknown>,
  locate: Locate,
): readonly ContainerPath[] {
  if (!isImage(service, 'grafana/grafana')) return [];
  const { GF_PATHS_PROVISIONING: root = provisioningRoot, GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH: home } =
    service.environment ?? {};
  const mounted = (service.volumes ?? []).map(({ target }) => target).filter((target) => target.endsWith('.yaml'));
  const provisioned = ['dashboards', 'datasources'].flatMap((folder): readonly ContainerPath[] => {
    const there = mounted.filter((target) => target.startsWith(`${root}/${folder}/`));
    const says = `Grafana loads its ${folder} from`;
    if (there.length === 0) return [{ path: `${root}/${folder}`, says, kind: 'folder' }];
    return there.map((path) => ({ path, says, kind: 'file' }));
  });
  const providers = mounted.flatMap((target) => {
    const file = locate(target);
    return providerPaths(file === undefined ? undefined : contents.get(file));
  });
  return [
    ...provisioned,
    ...providers.map((path) => ({ path, says: 'options.path of the provider is', kind: 'dashboards' as const })),
    ...(home === undefined ? [] : [{ path: home, says: 'the home dashboard is', kind: 'file' as const }]),
  ];
}

function ofPrometheus(
  service: ComposeService,
  contents: ReadonlyMap<string, unknown>,
  locate: Locate,
): readonly ContainerPath[] {
  if (!isImage(service, 'prom/prometheus')) return [];
  const config = configFile(service, '/etc/prometheus/prometheus.yml');
  const file = locate(config);
  const { rule_files: rules = [] } = (file === undefined ? {} : (contents.get(file) ?? {})) as {
    readonly rule_files?: readonly string[];
  };
  return [
    { path: config, says: '--config.file is', kind: 'file' },
    ...rules.map((rule) => ({
      path: joinPath(config, rule),
      says: `rule_files of ${config} names ${rule}, that is`,
      kind: 'file' as const,
    })),
  ];
}

function ofAlertmanager(service: ComposeService): readonly ContainerPath[] {
  if (!isImage(service, 'prom/alertmanager') || service.entrypoint !== undefined) return [];
  return [{ path: configFile(service, '/etc/alertmanager/alertmanager.yml'), says: '--config.file is', kind: 'file' }];
}

/** A script that the container runs, and its template. */
function ofScript(service: ComposeService): readonly ContainerPath[] {
  const script = service.entrypoint?.find((part) => part.endsWith('.sh'));
  if (script === undefined) return [];
  const template = service.environment?.['TEMPLATE'];
  return [
    { path: script, says: 'it runs', kind: 'file' },
    ...(template === undefined ? [] : [{ path: template, says: 'TEMPLATE is', kind: 'file' as const }]),
  ];
}

function providerPaths(content: unknown): readonly string[] {
  const { providers = [] } = (content ?? {}) as {
    readonly providers?: readonly { readonly options: { readonly path: string } }[];
  };
  return providers.map(({ options }) => options.path);
}

function configFile({ command = [] }: ComposeService, byDefault: string): string {
  const option = '--config.file=';
  return command.find((part) => part.startsWith(option))?.slice(option.length) ?? byDefault;
}

function isImage({ image = '' }: ComposeService, name: string): boolean {
  return image === name || image.startsWith(`${name}:`);
}

/** The path that a file names relative to itself. */
function joinPath(file: string, path: string): string {
  if (path.startsWith('/')) return path;
  const parts = file.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

import type { Finding } from '../model/finding.js';
import { checkPaths, type GeneratedFiles } from './check-paths.js';
import type { ComposeFile } from './compose.js';
import { serverService, type Stack } from './stack.js';
import type { StackFacts } from './stack-facts.js';

/** Checks what a stack says against its pack: servers, services, ports, secrets. */
export function checkStack(stack: Stack, facts: StackFacts): readonly Finding[] {
  const known = facts.servers.map(({ uid }) => uid);
  const own = Object.entries(stack.servers).map(([uid, server]) => serverService(uid, server));
  const generated = new Set([
    ...own,
    ...(stack.grafana === undefined ? [] : ['grafana']),
    ...(stack.alertmanager === undefined ? [] : ['am_init', 'alertmanager']),
  ]);
  const found: readonly (readonly [id: string, message: string])[] = [
    ...Object.keys(stack.servers)
      .filter((uid) => !known.includes(uid))
      .map((uid) => ['stack/unknown-server', unknown(`Prometheus server "${uid}"`, known)] as const),
    ...Object.keys(stack.services)
      .filter((name) => generated.has(name))
      .map((name) => ['stack/duplicate-service', `two services are called "${name}": name yours otherwise`] as const),
    ...twice(own).map(
      (name) =>
        ['stack/duplicate-service', `two servers are called "${name}": give one of them another service`] as const,
    ),
    ...(stack.producers === undefined || Object.hasOwn(stack.services, stack.producers)
      ? []
      : [
          [
            'stack/unknown-service',
            unknown(`service "${stack.producers}" for producers`, Object.keys(stack.services)),
          ] as const,
        ]),
    ...(stack.alertmanager === undefined || facts.alertmanager !== undefined
      ? []
      : [
          [
            'stack/no-alertmanager',
            'it runs an Alertmanager, and the pack has none: give the pack alertmanager(…)',
          ] as const,
        ]),
  ];
  return found.map(([id, message]) => finding(id, message, stack));
}

/** Checks a compose file: paths, ports, dependencies, and that it holds no secret. */
export function checkCompose(
  compose: ComposeFile,
  stack: Stack,
  facts: StackFacts,
  files: GeneratedFiles,
): readonly Finding[] {
  const services = Object.entries(compose.services);
  const ports = services.flatMap(([, service]) => (service.ports ?? []).map((port) => port.split(':')[1] ?? ''));
  const unknownServices = services.flatMap(([name, service]) =>
    Object.keys(service.depends_on ?? {})
      .filter((other) => !Object.hasOwn(compose.services, other))
      .map(
        (other) =>
          `service ${name} depends on "${other}", and there is no such service: there is ${Object.keys(compose.services).join(', ')}`,
      ),
  );
  const secrets = services.flatMap(([name, { environment = {} }]) =>
    Object.entries(environment)
      .filter(([variable, value]) => isSecret(variable) && !/^\$\{[A-Za-z_][A-Za-z0-9_]*(?::?\?[^}]*)?\}$/.test(value))
      .map(
        ([variable]) =>
          `service ${name} has a value for ${variable}: take it from the environment, \${${variable}:?say what to set}`,
      ),
  );
  return [
    ...checkPaths(compose, facts.pack, files).map((message) => finding('stack/path', message, stack)),
    ...twice(ports).map((port) =>
      finding('stack/port-taken', `two services publish the port ${port}: give one of them another`, stack),
    ),
    ...unknownServices.map((message) => finding('stack/unknown-service', message, stack)),
    ...secrets.map((message) => finding('stack/secret-in-file', message, stack)),
  ];
}

/** `…_FILE` and `…__FILE` name a file that holds the secret. */
function isSecret(variable: string): boolean {
  return (
    /PASSWORD|PASSWD|TOKEN|SECRET|API_?KEY/.test(variable) && !variable.endsWith('_FILE') && variable !== 'SECRETS'
  );
}

function twice(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

function unknown(what: string, known: readonly string[]): string {
  return `there is no ${what}: there is ${known.join(', ') || 'none'}`;
}

function finding(id: string, message: string, { name, position }: Stack): Finding {
  return { id, severity: 'error', subject: `stack ${name}`, position, message };
}

import type { ComposeFile, ComposeService } from './compose.js';
import { generatedPath } from './mount.js';
import { pathsIn, type ContainerPath } from './paths-in.js';

/** The generated files of a pack. */
export interface GeneratedFiles {
  /** Their paths in the pack's folder. */
  readonly paths: ReadonlySet<string>;
  /** The contents of those that name paths: providers of dashboards and configurations of servers, by path. */
  readonly contents: ReadonlyMap<string, unknown>;
}

/**
 * Checks that every path which a service of a compose file, or a file that it loads, names is there in its container:
 * covered by a mount of what the pack generates, or by a volume. Returns what is wrong, in sentences.
 */
export function checkPaths(compose: ComposeFile, pack: string, files: GeneratedFiles): readonly string[] {
  return Object.entries(compose.services).flatMap(([name, service]) => [
    ...brokenMounts(service, pack, files).map((message) => `service ${name}: ${message}`),
    ...overlaps(service).map((message) => `service ${name}: ${message}`),
    ...missing(service, pack, files, compose).map((message) => `service ${name}: ${message}`),
  ]);
}

function brokenMounts(service: ComposeService, pack: string, files: GeneratedFiles): readonly string[] {
  return (service.volumes ?? []).flatMap((mount) => {
    const path = mount.type === 'bind' ? generatedPath(pack, mount) : undefined;
    if (path === undefined || isThere(path, files)) return [];
    return [`it mounts ${path}, which the pack does not generate`];
  });
}

/** A mount inside another hides a part of it, and Docker cannot make its place where the outer one is read-only. */
function overlaps(service: ComposeService): readonly string[] {
  const targets = (service.volumes ?? []).map(({ target }) => target);
  return targets.flatMap((target, index) =>
    targets
      .filter((other, at) => at !== index && isBelow(target, other) && (target !== other || at < index))
      .map((other) => `its mounts at ${other} and ${target} overlap`),
  );
}

function missing(
  service: ComposeService,
  pack: string,
  files: GeneratedFiles,
  compose: ComposeFile,
): readonly string[] {
  const locate = (path: string): string | undefined => generatedAt(path, service, pack);
  return pathsIn(service, files.contents, locate).flatMap(({ path, says, kind }) =>
    isCovered({ path, says, kind }, service, locate, files, compose) ? [] : [complaint(path, says, kind, locate)],
  );
}

function isCovered(
  { path, kind }: ContainerPath,
  service: ComposeService,
  locate: (path: string) => string | undefined,
  files: GeneratedFiles,
  compose: ComposeFile,
): boolean {
  const generated = locate(path);
  if (generated !== undefined) {
    if (kind === 'file') return files.paths.has(generated);
    return [...files.paths].some((file) => isBelow(file, generated) && (kind === 'folder' || file.endsWith('.json')));
  }
  const volume = service.volumes?.find(({ type, target }) => type === 'volume' && isBelow(path, target));
  return volume !== undefined && isWritten(volume.source, path, service, compose);
}

/** True where another service, which runs first, writes the file into the volume that both mount at one place. */
function isWritten(volume: string, path: string, reader: ComposeService, compose: ComposeFile): boolean {
  return Object.keys(reader.depends_on ?? {}).some((name) => {
    const writer = compose.services[name];
    const mount = writer?.volumes?.find(({ source, type }) => type === 'volume' && source === volume);
    return mount !== undefined && mount.read_only !== true && writer?.environment?.['OUTPUT'] === path;
  });
}

function complaint(
  path: string,
  says: string,
  kind: ContainerPath['kind'],
  locate: (path: string) => string | undefined,
): string {
  const generated = locate(path);
  if (generated === undefined) return `${says} ${path}, where nothing that the pack generates is mounted`;
  const what = kind === 'dashboards' ? 'no dashboard of the pack' : 'no generated file';
  return `${says} ${path}, which is ${generated}, and there is ${what} there`;
}

/** The generated file or folder at a path of the container. */
function generatedAt(path: string, service: ComposeService, pack: string): string | undefined {
  for (const mount of service.volumes ?? []) {
    const source = mount.type === 'bind' ? generatedPath(pack, mount) : undefined;
    if (source !== undefined && isBelow(path, mount.target)) return `${source}${path.slice(mount.target.length)}`;
  }
  return undefined;
}

function isThere(path: string, { paths }: GeneratedFiles): boolean {
  return [...paths].some((file) => isBelow(file, path));
}

function isBelow(path: string, root: string): boolean {
  return path === root || path.startsWith(`${root}/`);
}

import type { BindMount, VolumeMount } from './compose.js';

/** Where containers see the generated files of a pack that have no fixed place of their own. */
export function containerRoot(pack: string): string {
  return `/etc/dashpack/${pack}`;
}

/** From the folder of a compose file, `<out>/<pack>/compose/<stack>`, to the output folder. */
const toOutput = '../../..';

/**
 * A generated file or folder, for reading only. The path leads through the output folder and names the pack, so that it
 * stays right where compose merges the files of several packs: they are all relative to the first one's folder.
 *
 * @param path relative to the pack's folder
 */
export function generatedMount(pack: string, path: string, target: string): BindMount {
  return {
    type: 'bind',
    source: `${toOutput}/${pack}/${path}`,
    target,
    read_only: true,
    bind: { create_host_path: false },
  };
}

/** The path of a mounted generated file in its pack's folder; undefined for what is mounted from elsewhere. */
export function generatedPath(pack: string, { source }: { readonly source: string }): string | undefined {
  const start = `${toOutput}/${pack}/`;
  return source.startsWith(start) ? source.slice(start.length) : undefined;
}

/**
 * A file or folder of the host that a service of the stack reads.
 *
 * @param source relative to the folder of the compose file, or absolute, or from the environment: `${FEED_DATA:?…}`
 */
export function hostMount(source: string, target: string): BindMount {
  return { type: 'bind', source, target, read_only: true, bind: { create_host_path: false } };
}

/** A named volume; it is declared where it is used. `readOnly`: default false. */
export function namedVolume(
  name: string,
  target: string,
  { readOnly = false }: { readonly readOnly?: boolean } = {},
): VolumeMount {
  return { type: 'volume', source: name, target, ...(readOnly ? { read_only: true } : {}) };
}

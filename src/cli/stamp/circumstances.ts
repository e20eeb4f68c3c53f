import stringify from 'fast-json-stable-stringify';
import type { Host } from '../host.js';

/** Names in the environment that Node, esbuild, the compiler or dashpack look at. A configuration that does is never stamped. */
const asked = /^(?:(?:NODE|ESBUILD|DASHPACK|TSC|LC)_.*|LANG|LANGUAGE|TZ|NO_COLOR|FORCE_COLOR)$/;

/**
 * Everything besides files on which a build depends, as text: the arguments, the folder, the day, since suppressions
 * end with one, Node and the environment.
 *
 * @param now in milliseconds since 1970
 */
export function describeCircumstances(argv: readonly string[], host: Host, now: number): string {
  const { version, platform, arch, execPath, execArgv } = process;
  const environment = Object.fromEntries(Object.entries(host.env).filter(([name]) => asked.test(name)));
  const day = new Date(now).toISOString().slice(0, 10);
  return stringify([argv, host.cwd, host.home, day, version, platform, arch, execPath, execArgv, environment]);
}

import { dirname, join } from 'node:path';
import { buildId } from '../config/build-id.js';
import { findConfig } from '../config/find-config.js';
import { findAbove } from '../find-above.js';
import { isWithoutCache, type Host } from '../host.js';
import { openHistories, type Histories } from './histories.js';

/**
 * The simulated histories that a project remembers; undefined where nothing is to be remembered.
 *
 * @param config as given on the command line
 * @param version of the Prometheus that reads them
 * @throws Failure where there is no configuration
 */
export function projectHistories(config: string | undefined, host: Host, version: string): Histories | undefined {
  const modules = findAbove(dirname(findConfig(config, host.cwd)), 'node_modules');
  if (modules === undefined || isWithoutCache(host)) return undefined;
  const histories = openHistories(join(modules, '.cache', 'dashpack', 'histories'), version);
  const ofThis = (facts: string): string => `${buildId(host.home)}\n${facts}`;
  return {
    take: (facts, folder) => histories.take(ofThis(facts), folder),
    keep: (facts, folder) => histories.keep(ofThis(facts), folder),
  };
}

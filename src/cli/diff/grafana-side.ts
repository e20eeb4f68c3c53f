import { asBuilt } from '../../core/diff/grafana/as-built.js';
import { emptySide, type Side, type SideDashboard } from '../../core/diff/side.js';
import { readClassicDashboard } from '../../core/document/read/classic.js';
import { grafanaAt, type Grafana } from '../../core/live/grafana/grafana.js';
import { LiveFailure } from '../../core/live/live-failure.js';
import type { Host } from '../host.js';
import { createConnect } from '../live/connect.js';
import { readServerAddress } from '../live/server-address.js';
import { grafanaName, readCredentials } from '../live/sign-in.js';
import type { DiffOptions } from './options.js';

/** The Grafana that `--grafana` names. */
export function findGrafana(address: string, options: DiffOptions, host: Pick<Host, 'env' | 'cwd'>): Grafana {
  const { url } = readServerAddress(address, '--grafana');
  const credentials = readCredentials(options, [grafanaName], host);
  return grafanaAt(createConnect(options, host)(url, credentials(grafanaName)));
}

/**
 * The dashboards of a Grafana that the other side has too, by their uids, without what Grafana adds when it stores one.
 *
 * @throws LiveFailure where Grafana cannot be asked
 */
export async function grafanaSide(grafana: Grafana, after: Side): Promise<Side> {
  const dashboards = await Promise.all(after.dashboards.map(async (each) => fetchLike(grafana, each)));
  return { ...emptySide, dashboards: dashboards.filter((each) => each !== undefined) };
}

async function fetchLike(grafana: Grafana, like: SideDashboard): Promise<SideDashboard | undefined> {
  const { uid } = like.read;
  if (uid === undefined) return undefined;
  try {
    const { dashboard } = await grafana.dashboard(uid);
    const { json } = asBuilt(dashboard, like.read.json);
    return { file: like.file, read: readClassicDashboard(json, []), locate: () => undefined };
  } catch (error) {
    if (error instanceof LiveFailure && error.status === 404) return undefined;
    throw error;
  }
}

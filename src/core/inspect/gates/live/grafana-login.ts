import { searchDashboards } from '../../../live/grafana/search.js';
import { fetchUser } from '../../../live/grafana/user.js';
import { LiveFailure } from '../../../live/live-failure.js';
import { failed, passed, skipped, type GateResult } from '../gate-result.js';
import { counted } from '../../../pack/page/markdown.js';
import { look } from '../look.js';
import type { LiveGrafana } from './live-server.js';

/** How to give credentials. */
const giveCredentials =
  'put user:password into a variable, and give --basic grafana=env:NAME; a token with --bearer grafana=env:NAME';

/** A gate: the credentials sign in. */
export function checkGrafanaLogin({ transport, hasCredentials }: LiveGrafana): Promise<GateResult> {
  return look({ check: 'grafana.login', subject: transport.url }, transport, async (noted) => {
    if (!hasCredentials) return skipped('no credentials are given', giveCredentials);
    try {
      const { login } = await fetchUser(noted);
      return passed(`signed in as ${login}`);
    } catch (error) {
      if (!(error instanceof LiveFailure) || error.kind !== 'status') throw error;
      if (error.status === 401) {
        return failed(
          'Grafana does not take the credentials',
          'give the right ones; where they were right once, the volume has another password than the environment: start the stack with a fresh volume, or reset the password with grafana cli',
        );
      }
      // A token of a service account is not a user: what it may read says that it signs in.
      if (error.status !== 403 && error.status !== 404) throw error;
      const dashboards = await searchDashboards(noted);
      return passed(
        `signed in with a token that does not belong to a user, and sees ${counted(dashboards.length, 'dashboard')}`,
      );
    }
  });
}

import { fetchDashboard, type GrafanaDashboard } from '../../../live/grafana/dashboard.js';
import { LiveFailure } from '../../../live/live-failure.js';
import { readClassicDashboard } from '../../../document/read/classic.js';
import type { ReadDashboard } from '../../../document/read-dashboard.js';
import { failed, judged, passed, skipped, type GateResult, type Found } from '../gate-result.js';
import { look } from '../look.js';
import { roleVariableProblems } from '../role-variable-problems.js';
import type { BuiltDashboard } from '../../../built/built-dashboard.js';
import type { VerifiedPack } from '../verified-pack.js';
import { findDrift } from './drift.js';
import type { LiveGrafana } from './live-server.js';

/** The results of the dashboards of a pack, and those dashboards that Grafana has. */
export interface CheckedDashboards {
  readonly results: readonly GateResult[];
  readonly found: readonly ReadDashboard[];
}

const reload =
  'see that Grafana mounts the folder on disk and run dashpack check; then wait until it reads it again (30 s), or restart it';

/** Gates: Grafana has every dashboard of a pack as it was built, with the variables of the roles as they must be. */
export async function checkGrafanaDashboards(
  { pack, dashboards }: VerifiedPack,
  { transport }: LiveGrafana,
): Promise<CheckedDashboards> {
  const results: GateResult[] = [];
  const found: ReadDashboard[] = [];
  for (const built of dashboards) {
    let fetched: GrafanaDashboard | undefined;
    const subject = built.facts.ref.uid;
    const result = await look({ check: 'grafana.dashboard', subject }, transport, async (noted) => {
      try {
        fetched = await fetchDashboard(noted, built.facts.ref.uid);
      } catch (error) {
        if (!(error instanceof LiveFailure) || error.status !== 404) throw error;
        const next = `see that Grafana provisions ${built.artifact.path}: its log says why a file was not read`;
        return failed(`Grafana has no dashboard ${JSON.stringify(built.facts.ref.title)} with this uid`, next);
      }
      return compare(fetched, built);
    });
    results.push(result, roleVariables(subject, fetched));
    if (fetched !== undefined) found.push(readClassicDashboard(fetched.dashboard, []));
  }
  return { results, found };

  function roleVariables(subject: string, fetched: GrafanaDashboard | undefined): GateResult {
    const about = { check: 'grafana.role-variables', subject };
    if (fetched === undefined) {
      return { ...about, ...skipped('the dashboard could not be fetched', 'see grafana.dashboard above') };
    }
    const problems = roleVariableProblems(readClassicDashboard(fetched.dashboard, []), pack);
    const good = `${pack.roles.map(({ variable }) => variable).join(', ')}: hidden and bound`;
    return { ...about, ...judged(problems, good, 'variables of roles are not as they must be', reload) };
  }
}

function compare({ dashboard, meta }: GrafanaDashboard, built: BuiltDashboard): Found {
  const { differences, migratedTo } = findDrift(dashboard, built);
  const moved = migratedTo === undefined ? '' : `, moved by Grafana to schema ${migratedTo}`;
  if (differences.length > 0)
    return failed('Grafana has another dashboard than was built (Grafana → built)', reload, differences);
  if (meta.provisioned) return passed(`as it was built${moved}`);
  return failed(
    'it is as it was built, but no file provisioned it: the next change will not arrive',
    'delete it in Grafana, so that the provisioned one takes its place',
  );
}

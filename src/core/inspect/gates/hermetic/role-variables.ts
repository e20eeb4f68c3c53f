import { judged, skipped, type GateResult } from '../gate-result.js';
import { counted } from '../../../pack/page/markdown.js';
import { roleVariableProblems } from '../role-variable-problems.js';
import type { VerifiedPack } from '../verified-pack.js';
import { diskDashboards } from './disk-dashboards.js';
import { buildFirst } from './next-steps.js';

/** A gate: every dashboard of a pack on disk has the hidden variable of each role, as it must be. */
export function checkRoleVariables(verified: VerifiedPack): GateResult {
  const about = { check: 'files.role-variables', subject: verified.pack.name };
  const { dashboards } = diskDashboards(verified);
  if (dashboards.length === 0) return { ...about, ...skipped('there is no dashboard on disk', buildFirst) };
  const problems = dashboards.flatMap(({ path, dashboard }) =>
    roleVariableProblems(dashboard, verified.pack).map((problem) => `${path}: ${problem}`),
  );
  const variables = verified.pack.roles.map(({ variable }) => variable).join(', ');
  return {
    ...about,
    ...judged(
      problems,
      `${variables}: hidden and bound in ${counted(dashboards.length, 'dashboard')}`,
      'variables of roles are not as they must be',
      buildFirst,
    ),
  };
}

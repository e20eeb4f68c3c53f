import type { Finding } from '../../core/model/finding.js';
import type { QueryProof } from '../../core/inspect/proof/proof.js';
import { describeQuery } from '../../core/inspect/audit/to-finding.js';
import type { PackProof, ScenarioResult } from './pack-proof.js';

/** The problems in a proof, as findings. */
export function proofFindings({ pack, dashboards, rules, faults, blindSpots }: PackProof): readonly Finding[] {
  const proofs = [...dashboards.flatMap((dashboard) => dashboard.proofs), ...rules];
  return [
    ...proofs.filter(({ verdict }) => verdict === 'failed').map(findingOf),
    ...faults.map((message): Finding => ({
      id: 'prove/expectation',
      severity: 'error',
      message,
      subject: `pack ${pack}`,
      fix: 'correct the expectations of the pack, or leave the line out',
    })),
    ...blindSpots.map(({ kind, message, fix }): Finding => ({
      id: kind === 'accepted' ? 'prove/expectation' : `prove/${kind}`,
      severity: 'error',
      message,
      subject: `pack ${pack}`,
      fix,
    })),
  ];
}

/** The problems in a scenario, as findings. */
export function scenarioFindings({ dashboards }: ScenarioResult): readonly Finding[] {
  const proofs = [...dashboards.values()].flat().map(({ proof }) => proof);
  return proofs.filter(({ verdict }) => verdict === 'failed').map(findingOf);
}

function findingOf({ query, reasons, asked }: QueryProof): Finding {
  const { dashboard, panel, position } = query;
  return {
    id: 'prove/query',
    severity: 'error',
    message: reasons.join('; '),
    subject: describeQuery(query),
    ...(position === undefined ? {} : { position }),
    ...(dashboard === undefined ? {} : { dashboard }),
    ...(panel === undefined ? {} : { panel }),
    ...(asked === undefined ? {} : { excerpt: { text: asked, from: 0, to: asked.length } }),
  };
}

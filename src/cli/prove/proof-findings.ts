import type { Finding } from '../../core/model/finding.js';
import type { QueryProof } from '../../core/verify/proof/proof.js';
import { describeQuery } from '../../core/verify/audit/to-finding.js';
import type { PackProof } from './pack-proof.js';

/** What is wrong in a proof, as findings. */
export function proofFindings({ pack, dashboards, rules, faults }: PackProof): readonly Finding[] {
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
  ];
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

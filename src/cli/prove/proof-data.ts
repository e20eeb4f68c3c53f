import { proofTotals, shownShare, type QueryProof } from '../../core/inspect/proof/proof.js';
import type { PackProof } from './pack-proof.js';
import { signsData } from './print-signs.js';

/** A proof for programs. */
export function proofData({
  pack,
  dashboards,
  rules,
  dead,
  faults,
  signs,
  home,
}: PackProof): Readonly<Record<string, unknown>> {
  const all = [...dashboards.flatMap(({ proofs }) => proofs), ...rules];
  return {
    pack,
    ...totalsData(all),
    dashboards: dashboards.map(({ uid, title, proofs }) => ({
      uid,
      title,
      ...totalsData(proofs),
      queries: proofs.map(queryData),
    })),
    rules: rules.map(queryData),
    dead,
    faults,
    home: home?.uid,
    signs: signsData(signs),
  };
}

function totalsData(proofs: readonly QueryProof[]) {
  const totals = proofTotals(proofs);
  return { totals, shown: shownShare(totals) };
}

function queryData({ query, place, verdict, scenario, reasons, asked }: QueryProof) {
  const { owner, name, panel } = query;
  return { place, owner, name, panel: panel?.title, verdict, scenario, reasons, asked };
}

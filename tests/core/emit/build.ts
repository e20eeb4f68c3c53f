import type { Artifact } from '../../../src/core/model/artifact.js';
import { openTransaction, type WriteSummary } from '../../../src/core/emit/transaction.js';
import { pack } from './generations.js';

/** Writes one pack in one transaction. */
export async function build(out: string, artifacts: readonly Artifact[], lockWaitMs = 0): Promise<WriteSummary> {
  const transaction = await openTransaction({ out, packs: [pack], lockWaitMs });
  for (const artifact of artifacts) await transaction.stage(pack, artifact);
  return transaction.commit();
}

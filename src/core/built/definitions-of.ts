import type { Dashboard } from '../dashboard/dashboard.js';
import { definitionOf } from '../pack/build/build-pack.js';
import type { Pack } from '../pack/pack.js';

/** The dashboards that packs list, as their authors defined them: nothing is assembled for it. */
export async function* definitionsOf(
  packs: readonly Pack[],
): AsyncGenerator<{ readonly pack: Pack; readonly dashboard: Dashboard }> {
  for (const pack of packs) {
    for (const thunk of pack.dashboards()) yield { pack, dashboard: await definitionOf(thunk, pack) };
  }
}

import { packLookup } from '../../pack/pack-lookup.js';
import type { GateResult } from '../gates/gate-result.js';
import { checkFiles } from './check-files.js';
import { checkPorts } from './check-ports.js';
import { checkReady } from './check-ready.js';
import { checkScope } from './check-scope.js';
import { checkSeries } from './check-series.js';
import { checkUp } from './check-up.js';
import type { DoctorSettings } from './settings.js';

/**
 * Looks at a pack's chain from its beginning: ports, readiness, targets, series, scope, files. What is wrong first mostly
 * causes what is wrong after it.
 */
export async function diagnose(settings: DoctorSettings): Promise<readonly GateResult[]> {
  const lookup = packLookup(settings.pack);
  const files = checkFiles(settings); // it waits for a file to grow meanwhile
  const ports = await checkPorts(settings);
  const ready = await checkReady(settings);
  const up = await checkUp(settings, ready.answering, lookup);
  const series = await checkSeries(settings, up, lookup);
  const scope = await checkScope(settings, ready.answering);
  return onceEach([...ports, ...ready.results, ...up, ...series, ...scope, ...(await files)]);
}

/** A next step that was said before is not said again: the report stays short. */
function onceEach(results: readonly GateResult[]): readonly GateResult[] {
  const said = new Map<string, string>();
  return results.map((result) => {
    const { check, subject, next } = result;
    if (next === undefined || next.startsWith('see ')) return result;
    const before = said.get(next);
    if (before !== undefined) return { ...result, next: `see ${before} above` };
    said.set(next, `${check} ${subject}`);
    return result;
  });
}

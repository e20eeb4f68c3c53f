import { packLookup } from '../../pack/pack-lookup.js';
import type { GateResult } from '../gates/gate-result.js';
import { diagnoseFiles } from './diagnose-files.js';
import { diagnosePorts } from './diagnose-ports.js';
import { diagnoseReady } from './diagnose-ready.js';
import { diagnoseScope } from './diagnose-scope.js';
import { diagnoseSeries } from './diagnose-series.js';
import { diagnoseUp } from './diagnose-up.js';
import type { DoctorSettings } from './settings.js';

/**
 * Looks at a pack's chain from its beginning: ports, readiness, targets, series, scope, files. What is wrong first mostly
 * causes what is wrong after it.
 */
export async function diagnose(settings: DoctorSettings): Promise<readonly GateResult[]> {
  const lookup = packLookup(settings.pack);
  const files = diagnoseFiles(settings); // it waits for a file to grow meanwhile
  const ports = await diagnosePorts(settings);
  const ready = await diagnoseReady(settings);
  const up = await diagnoseUp(settings, ready.answering, lookup);
  const series = await diagnoseSeries(settings, up, lookup);
  const scope = await diagnoseScope(settings, ready.answering);
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

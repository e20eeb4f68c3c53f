import type { Finding } from '../../core/model/finding.js';
import { printPosition } from '../../core/model/position.js';

/** Leaves out what checks say about queries that building their panel has refused already: it is the same problem. */
export function notToldBefore(findings: readonly Finding[], before: readonly Finding[]): readonly Finding[] {
  const places = new Set(before.flatMap(({ position }) => (position === undefined ? [] : [printPosition(position)])));
  return findings.filter(
    ({ id, position }) => !id.startsWith('promql/') || position === undefined || !places.has(printPosition(position)),
  );
}

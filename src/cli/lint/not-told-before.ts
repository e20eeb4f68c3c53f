import type { Finding } from '../../core/model/finding.js';
import { printPosition } from '../../core/model/position.js';

/**
 * Leaves out what checks say of a problem that building has told already: the same at the same line, anything about a
 * query that was refused, and a datasource that the pack itself lacks, which every panel on it lacks.
 */
export function notToldBefore(findings: readonly Finding[], before: readonly Finding[]): readonly Finding[] {
  const places = new Set(before.flatMap(placeOf));
  const told = new Set(before.flatMap((finding) => placeOf(finding).map((place) => `${place} ${finding.id}`)));
  const ids = new Set(before.map(({ id }) => id));
  return findings.filter((finding) => {
    const { id } = finding;
    if (id.startsWith('datasource/') && ids.has(id)) return false;
    return !placeOf(finding).some((place) =>
      id.startsWith('promql/') ? places.has(place) : told.has(`${place} ${id}`),
    );
  });
}

/** None, or one. */
function placeOf({ position }: Finding): readonly string[] {
  return position === undefined ? [] : [printPosition(position)];
}

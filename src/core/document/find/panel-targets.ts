import type { JsonPath } from '../json-path.js';
import { recordsIn, textOf } from '../read/values.js';
import type { ReadDashboard, ReadPanel } from '../read-dashboard.js';

/** A target of a panel, whatever it asks. */
export interface PanelTarget {
  readonly refId: string | undefined;
  readonly hidden: boolean;
  readonly path: JsonPath;
  /** Where the ref id stands, or would. */
  readonly refIdPath: JsonPath;
}

/** The targets of a panel. */
export function panelTargets(panel: ReadPanel, { form }: ReadDashboard): readonly PanelTarget[] {
  return recordsIn(panel.json['targets'], panel.places.targets).map(({ json, path }) => ({
    refId: textOf(json['refId']),
    hidden: json['hide'] === true,
    path,
    refIdPath: form === 'v2' ? [...path, 'spec', 'refId'] : [...path, 'refId'],
  }));
}

/** The first of A, B, … Z, A1, … that is not taken. */
export function freeRefId(taken: ReadonlySet<string | undefined>): string {
  for (let round = 0; ; round += 1) {
    for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') {
      const candidate = round === 0 ? letter : `${letter}${round}`;
      if (!taken.has(candidate)) return candidate;
    }
  }
}

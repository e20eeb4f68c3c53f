import type { JsonPath } from '../json-path.js';
import { recordsIn, textOf } from '../read/values.js';
import type { LintedPanel } from '../subject.js';

/** A target of a panel, whatever it asks. */
export interface PanelTarget {
  readonly refId: string | undefined;
  readonly hidden: boolean;
  readonly path: JsonPath;
}

/** The targets of a panel. Of a v2 panel, those that are Prometheus queries. */
export function panelTargets(panel: LintedPanel): readonly PanelTarget[] {
  if (panel.json['targets'] === undefined) return panel.queries.map(({ refId, hidden, path }) => ({ refId, hidden, path }));
  return recordsIn(panel.json['targets'], panel.places.targets).map(({ json, path }) => ({
    refId: textOf(json['refId']),
    hidden: json['hide'] === true,
    path,
  }));
}

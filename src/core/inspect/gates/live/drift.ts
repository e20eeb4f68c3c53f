import type { BuiltDashboard } from '../../../built/built-dashboard.js';
import { compareDashboards } from '../../../diff/dashboard/compare-dashboard.js';
import { asBuilt } from '../../../diff/grafana/as-built.js';
import { dashboardLines } from '../../../diff/print/print-text.js';
import type { JsonObject } from '../../../model/json.js';
import { readClassicDashboard } from '../../../document/read/classic.js';

/** How a dashboard in Grafana differs from the one that was built. */
export interface Drift {
  /** A line each, from Grafana to what was built; none where they are the same. */
  readonly differences: readonly string[];
  /** The schema to which Grafana has moved it, where it has. */
  readonly migratedTo: number | undefined;
}

/** Compares a dashboard in Grafana with the one that was built. What Grafana adds is not a difference. */
export function findDrift(
  inGrafana: JsonObject,
  { json, document, lookup }: Pick<BuiltDashboard, 'json' | 'document' | 'lookup'>,
): Drift {
  const stored = asBuilt(inGrafana, json);
  const around = { file: '', locate: (): undefined => undefined };
  const before = { ...around, read: readClassicDashboard(stored.json, []) };
  const change = compareDashboards(before, { ...around, read: document }, lookup);
  const differences =
    change === undefined
      ? []
      : dashboardLines(change)
          .slice(1)
          .map((line) => line.slice(2));
  return { differences, migratedTo: stored.migratedTo };
}

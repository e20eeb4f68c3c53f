import { peakTrade } from '../../src/packs/peak-trade.js';
import { buildPack } from '../../src/core/pack/build/build-pack.js';
import type { Pack } from '../../src/core/pack/pack.js';
import type { DashboardFacts } from '../../src/core/dashboard/facts.js';
import type { Finding } from '../../src/core/model/finding.js';

/** A panel or row of a generated dashboard, as far as tests read it. */
export interface PanelJson {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly datasource?: { readonly type: string; readonly uid: string };
  readonly description?: string;
  readonly options?: { readonly content?: string };
  readonly fieldConfig?: {
    readonly defaults: {
      readonly noValue?: string;
      readonly color?: { readonly mode: string };
      readonly mappings?: readonly { readonly options: Readonly<Record<string, unknown>> }[];
    };
  };
  readonly targets?: readonly { readonly expr: string; readonly datasource: { readonly uid: string } }[];
  readonly panels?: readonly PanelJson[];
}

/** A generated dashboard, as far as tests read it. */
export interface DashboardJson {
  readonly uid: string;
  readonly panels: readonly PanelJson[];
  readonly templating: { readonly list: readonly Readonly<Record<string, unknown>>[] };
}

/** A dashboard of the pack as it is built. */
export interface BuiltDashboard {
  readonly uid: string;
  readonly path: string;
  readonly text: string;
  readonly json: DashboardJson;
  readonly facts: DashboardFacts;
}

/** Builds a pack in memory, by default Peak_Trade: its dashboards, and everything that is wrong. */
export async function builtPack(
  pack: Pack = peakTrade,
): Promise<{ dashboards: readonly BuiltDashboard[]; findings: readonly Finding[] }> {
  const dashboards: BuiltDashboard[] = [];
  const findings: Finding[] = [];
  for await (const event of buildPack(pack)) {
    findings.push(...event.findings);
    if (event.dashboard === undefined || event.artifact === undefined) continue;
    const { path, text } = event.artifact;
    const json = JSON.parse(text) as DashboardJson;
    dashboards.push({ uid: json.uid, path, text, json, facts: event.dashboard.facts });
  }
  return { dashboards, findings };
}

/** Rows, panels, and the panels of collapsed rows. */
export function allPanels(dashboard: DashboardJson): readonly PanelJson[] {
  return dashboard.panels.flatMap((panel) => [panel, ...(panel.panels ?? [])]);
}

import type { JsonObject } from '../model/json.js';

/** How Grafana's JSON names a datasource. */
export type DatasourceRef = { readonly type: string; readonly uid: string };

/** The values that a panel gets from its dashboard. */
export interface PanelContext {
  /** 1 to 2^31 − 1. */
  readonly id: number;
  /** In units of Grafana's grid, which is 24 wide. */
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  /** Absent for panels that ask nothing. */
  readonly datasource: DatasourceRef | undefined;
  readonly targets: readonly JsonObject[];
  /** A Grafana unit, derived from the queries. */
  readonly unit: string | undefined;
  /** The help of the metrics that are asked. */
  readonly description: string | undefined;
  /** The notes that viewers must know besides, whatever the author says: who has yet to export it, what is assumed. */
  readonly notes: readonly string[];
  /** The text where there is no value and the author says nothing. Default: Grafana's "No data". */
  readonly noValue: string | undefined;
  /** True where several series are expected: the legend is then a table. */
  readonly manySeries: boolean;
  /** Data links, as addresses. */
  readonly links: readonly { readonly title: string; readonly url: string; readonly targetBlank: boolean }[];
}

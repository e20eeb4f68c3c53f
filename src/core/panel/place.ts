import type { DataSourceRef } from '@grafana/grafana-foundation-sdk/common';
import type { GridPos } from '@grafana/grafana-foundation-sdk/dashboard';
import type { EmittedSqlTarget } from './emit-sql-target.js';
import type { EmittedTarget } from './emit-target.js';

/** The values that a panel gets from its dashboard. */
export interface PanelPlace {
  /** 1 to 2^31 − 1. */
  readonly id: number;
  readonly gridPos: GridPos;
  /** Absent for panels that ask nothing. */
  readonly datasource: DataSourceRef | undefined;
  readonly targets: readonly (EmittedTarget | EmittedSqlTarget)[];
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

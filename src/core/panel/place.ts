import type { DataSourceRef } from '@grafana/grafana-foundation-sdk/common';
import type { GridPos } from '@grafana/grafana-foundation-sdk/dashboard';
import type { EmittedTarget } from './emit-target.js';

/** What a panel gets from its dashboard. */
export interface PanelPlace {
  /** 1 to 2^31 − 1. */
  readonly id: number;
  readonly gridPos: GridPos;
  /** Absent for panels that ask nothing. */
  readonly datasource: DataSourceRef | undefined;
  readonly targets: readonly EmittedTarget[];
  /** A Grafana unit, derived from the queries. */
  readonly unit: string | undefined;
  /** The help of the metrics that are asked. */
  readonly description: string | undefined;
  /** Whether several series are expected: the legend is then a table. */
  readonly manySeries: boolean;
  /** Data links, as addresses. */
  readonly links: readonly { readonly title: string; readonly url: string; readonly targetBlank: boolean }[];
}

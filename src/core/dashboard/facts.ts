import type { DashboardRef } from '../model/dashboard-ref.js';
import type { Position } from '../model/position.js';

/** What a query asks, for `explain` and for checks across dashboards. */
export interface QueryFacts {
  readonly refId: string;
  /** Printed PromQL. */
  readonly expr: string;
  readonly role: string;
  /** The datasource's uid, or the variable that holds it. */
  readonly datasource: string;
  /** Names of the series that are selected. */
  readonly series: readonly string[];
  /** Names of their families in the catalog. */
  readonly families: readonly string[];
  readonly variables: readonly string[];
}

/** What a panel is and asks. */
export interface PanelFacts {
  readonly id: number;
  readonly key: string;
  readonly row: string;
  readonly title: string;
  readonly visualisation: string;
  readonly position: Position;
  readonly datasource: string | undefined;
  readonly queries: readonly QueryFacts[];
}

/** A link to another dashboard and the variables that it sets there. */
export interface LinkFacts {
  readonly to: DashboardRef;
  readonly sets: readonly string[];
  readonly subject: string;
  readonly position: Position;
}

/** What a dashboard is and asks. */
export interface DashboardFacts {
  readonly ref: DashboardRef;
  readonly position: Position;
  readonly panels: readonly PanelFacts[];
  /** The queries of its annotations and variables, by their names. */
  readonly others: readonly (QueryFacts & { readonly subject: string })[];
  readonly variables: readonly string[];
  readonly links: readonly LinkFacts[];
}

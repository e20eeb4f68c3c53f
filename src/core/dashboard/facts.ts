import type { DashboardRef } from '../model/dashboard-ref.js';
import type { PanelSuppression } from '../model/lint-settings.js';
import type { Position } from '../model/position.js';
import type { Node } from '../promql/node.js';

/** A query as it is asked, for `explain` and for checks across dashboards. */
export interface QueryFacts {
  readonly refId: string;
  /** Printed PromQL. */
  readonly expr: string;
  /** The tree that was printed. */
  readonly node: Node;
  readonly role: string;
  /** The datasource's uid, or the variable that holds it. */
  readonly datasource: string;
  /** Names of the series that are selected. */
  readonly series: readonly string[];
  /** Names of their families in the catalog. */
  readonly families: readonly string[];
  readonly variables: readonly string[];
}

/** A query in SQL as it is asked. */
export interface SqlQueryFacts {
  readonly refId: string;
  /** With Grafana's macros and variables. */
  readonly sql: string;
  readonly role: string;
  /** The datasource's uid, or the variable that holds it. */
  readonly datasource: string;
  readonly table: string;
  /** The columns that it reads, in the order of the table. */
  readonly columns: readonly string[];
  readonly variables: readonly string[];
  /** Why it is not certain that the table is as the query takes it to be; absent where it is known. */
  readonly assumed?: string;
}

/** A query of an annotation or a variable. */
export interface OtherQueryFacts extends QueryFacts {
  readonly subject: string;
}

/** A panel and its queries, as assembled. */
export interface PanelFacts {
  readonly id: number;
  readonly key: string;
  readonly row: string;
  readonly title: string;
  /** Its panel type. */
  readonly visualisation: string;
  /** True where the Foundation SDK has no panel for it: its options are as its author wrote them. */
  readonly isPlugin: boolean;
  readonly position: Position;
  readonly datasource: string | undefined;
  readonly queries: readonly QueryFacts[];
  /** The queries in SQL. */
  readonly sql: readonly SqlQueryFacts[];
  /** Findings of `dashpack lint` that its author accepts. */
  readonly suppress: readonly PanelSuppression[];
}

/** A link to another dashboard and the variables that it sets there. */
export interface LinkFacts {
  readonly to: DashboardRef;
  readonly sets: readonly string[];
  readonly subject: string;
  readonly position: Position;
}

/** A dashboard and its queries, as assembled. */
export interface DashboardFacts {
  readonly ref: DashboardRef;
  readonly position: Position;
  readonly panels: readonly PanelFacts[];
  /** The queries of its annotations and variables, by their names. */
  readonly others: readonly OtherQueryFacts[];
  readonly variables: readonly string[];
  /** The lines that define its variables and annotations, by their names. */
  readonly places: {
    readonly variables: ReadonlyMap<string, Position>;
    readonly annotations: ReadonlyMap<string, Position>;
  };
  readonly links: readonly LinkFacts[];
}

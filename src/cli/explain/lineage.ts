import type { DashboardFacts, PanelFacts, QueryFacts } from '../../core/dashboard/facts.js';
import type { MetricFamily } from '../../core/model/metric.js';
import { printPosition, type Position } from '../../core/model/position.js';
import type { Pack } from '../../core/pack/pack.js';
import type { RuleFacts } from '../../core/rule/facts.js';
import type { Places } from '../config/places.js';

/** The declarations of packs and the questions of their dashboards, to look things up in. */
export interface Lineage {
  readonly packs: readonly PackLineage[];
  readonly places: Places;
}

/** One pack's part. */
export interface PackLineage {
  readonly pack: Pack;
  readonly dashboards: readonly DashboardFacts[];
  /** Of all its rule files, in their order. */
  readonly rules: readonly RuleFacts[];
}

/** Where something stands, for people and programs: `file:line:column`. */
export function place(places: Places, position: Position | undefined): string | undefined {
  return position === undefined ? undefined : printPosition(places.position(position));
}

/** A role and the datasource that it is bound to. */
export interface BoundRole {
  readonly role: string;
  /** Absent where the pack does not bind it. */
  readonly datasource?: string;
}

/** Looks up what a role is bound to. */
export function boundRole(pack: Pack, role: string): BoundRole {
  const datasource = pack.bindings[role]?.uid;
  return { role, ...(datasource === undefined ? {} : { datasource }) };
}

/** The names of a family's series: three for a histogram. */
export function seriesNames({ name, type }: MetricFamily): readonly string[] {
  return type === 'histogram' ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name];
}

/** A query, its role's datasource looked up. */
export interface ExplainedQuery extends BoundRole {
  readonly refId: string;
  readonly expr: string;
  readonly metrics: readonly string[];
}

/** Explains a query. */
export function explainQuery(pack: Pack, { refId, expr, role, families }: QueryFacts): ExplainedQuery {
  return { refId, expr, ...boundRole(pack, role), metrics: families };
}

/** The name of a dashboard. */
export interface NamedDashboard {
  readonly uid: string;
  readonly title: string;
  readonly place: string | undefined;
}

/** Names a dashboard. */
export function nameDashboard(places: Places, { ref, position }: DashboardFacts): NamedDashboard {
  return { uid: ref.uid, title: ref.title, place: place(places, position) };
}

/** The name of a panel. */
export interface NamedPanel {
  readonly id: number;
  readonly key: string;
  readonly row: string;
  readonly title: string;
  readonly place: string | undefined;
}

/** Names a panel. */
export function namePanel(places: Places, { id, key, row, title, position }: PanelFacts): NamedPanel {
  return { id, key, row, title, place: place(places, position) };
}

/** The name of a rule. */
export interface NamedRule {
  readonly kind: 'alert' | 'record';
  readonly name: string;
  /** True where a server loads it. */
  readonly loaded: boolean;
  readonly place: string | undefined;
}

/** Names a rule. */
export function nameRule(places: Places, { kind, name, loaded, position }: RuleFacts): NamedRule {
  return { kind, name, loaded, place: place(places, position) };
}

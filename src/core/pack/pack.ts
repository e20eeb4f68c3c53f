import { callerPosition } from '../catalog/caller.js';
import type { Datasource } from '../catalog/datasource.js';
import type { Metric } from '../catalog/metric-handle.js';
import type { AnyProducer } from '../catalog/producer-of.js';
import type { PackRole } from '../catalog/role.js';
import type { Dashboard, DashboardDefaults } from '../dashboard/dashboard.js';
import type { ExporterThunk } from '../exporter/exporter.js';
import type { DashboardRef } from '../model/dashboard-ref.js';
import type { Expectation } from '../model/expectation.js';
import type { Position } from '../model/position.js';
import type { Scenario } from '../model/scenario.js';
import type { RuleFile } from '../rule/rule-file.js';
import type { Alertmanager } from '../stack/alertmanager.js';
import type { Stack } from '../stack/stack.js';

/** Hands over one dashboard when it is its turn, so that memory does not grow with their number. */
export type DashboardThunk = () => Dashboard | Promise<Dashboard | { readonly default: Dashboard }>;

/** Hands over a pack's scenarios when somebody simulates it: a build loads none of them. */
export type ScenariosThunk = () => Promise<readonly Scenario[] | { readonly default: readonly Scenario[] }>;

/** Hands over what a proof is told of queries that do not return what others do: a build loads none of it. */
export type ExpectationsThunk = () => Promise<readonly Expectation[] | { readonly default: readonly Expectation[] }>;

/** One system: its datasources, producers, metrics and dashboards. */
export interface Pack<RoleName extends string = string> {
  readonly kind: 'pack';
  /** The folder of its files: letters, digits and `-`. */
  readonly name: string;
  /** How people call the system: the name of Grafana's dashboard provider. */
  readonly title: string;
  readonly roles: readonly PackRole[];
  readonly datasources: readonly Datasource[];
  readonly bindings: Readonly<Record<RoleName, Datasource>>;
  readonly producers: readonly AnyProducer[];
  readonly metrics: readonly Metric[];
  readonly dashboards: () => Iterable<DashboardThunk>;
  /** The settings that its dashboards have alike. */
  readonly dashboardDefaults: DashboardDefaults;
  readonly rules: readonly RuleFile[];
  /** The host on which Prometheus reaches producers that do not say another. */
  readonly targetHost: string;
  /** The folder in which Grafana finds this pack's dashboards. */
  readonly dashboardsPath: string;
  /** The dashboard that Grafana opens with, in the pack's stacks. */
  readonly home: DashboardRef | undefined;
  /** Who is told of its alerts. */
  readonly alertmanager: Alertmanager | undefined;
  /** The stacks that start it with compose. */
  readonly stacks: readonly Stack[];
  /** Programs that export some of its metrics, by the names that `dashpack exporter` takes. */
  readonly exporters: Readonly<Record<string, ExporterThunk>>;
  /** How its producers can behave in a simulation. */
  readonly scenarios: () => Promise<readonly Scenario[]>;
  /** Which queries have data only under a scenario, or values that their unit does not allow. */
  readonly expectations: () => Promise<readonly Expectation[]>;
  readonly position: Position;
}

type Modules = readonly (Metric | Readonly<Record<string, unknown>>)[];

/**
 * Declares a pack.
 *
 * @param spec `bindings`: the datasource of every role; `metrics`: families, or whole modules of them;
 * `dashboards`: functions that import one dashboard each, or a function that yields them; `dashboardDefaults`: `refresh`, `time` and `links` of the
 * dashboards that do not say their own; `rules`: rule files, default
 * none; `targetHost`: where Prometheus reaches the producers, default `host.docker.internal`; `dashboardsPath`: where
 * Grafana finds the pack's dashboards, default `/etc/grafana/dashboards/<name>`; `home`: the dashboard that Grafana opens
 * with in the pack's stacks, default Grafana's own; `alertmanager`: who is told of its alerts, default nobody; `stacks`:
 * what starts it with compose, default none; `scenarios`: a function that imports them, default none; `expectations`:
 * a function that imports what a proof is told, default none; `exporters`: functions that import one exporter each, by
 * name, default none
 *
 * @example
 * export default pack({
 *   name: 'peak-trade', title: 'Peak_Trade', roles: [LOCAL], datasources: [promLocal], bindings: { LOCAL: promLocal },
 *   producers: [web], metrics: [webMetrics], dashboards: [() => import('./http.js')],
 * });
 */
export function pack<const Roles extends readonly PackRole[]>(spec: {
  readonly name: string;
  readonly title: string;
  readonly roles: Roles;
  readonly datasources: readonly Datasource[];
  readonly bindings: Readonly<Record<Roles[number]['name'], Datasource>>;
  readonly producers: readonly AnyProducer[];
  readonly metrics: Modules;
  readonly dashboards: readonly DashboardThunk[] | (() => Iterable<DashboardThunk>);
  readonly dashboardDefaults?: DashboardDefaults;
  readonly rules?: readonly RuleFile[];
  readonly targetHost?: string;
  readonly dashboardsPath?: string;
  readonly home?: DashboardRef;
  readonly alertmanager?: Alertmanager;
  readonly stacks?: readonly Stack[];
  readonly exporters?: Readonly<Record<string, ExporterThunk>>;
  readonly scenarios?: ScenariosThunk;
  readonly expectations?: ExpectationsThunk;
}): Pack<Roles[number]['name']> {
  const { dashboards } = spec;
  return {
    kind: 'pack',
    name: spec.name,
    title: spec.title,
    roles: spec.roles,
    datasources: spec.datasources,
    bindings: spec.bindings,
    producers: spec.producers,
    metrics: spec.metrics.flatMap(metricsIn),
    dashboards: typeof dashboards === 'function' ? dashboards : () => dashboards,
    dashboardDefaults: spec.dashboardDefaults ?? {},
    rules: spec.rules ?? [],
    targetHost: spec.targetHost ?? 'host.docker.internal',
    dashboardsPath: spec.dashboardsPath ?? `/etc/grafana/dashboards/${spec.name}`,
    home: spec.home,
    alertmanager: spec.alertmanager,
    stacks: spec.stacks ?? [],
    exporters: spec.exporters ?? {},
    scenarios: async () => listIn(await spec.scenarios?.()),
    expectations: async () => listIn(await spec.expectations?.()),
    position: callerPosition(pack),
  };
}

function listIn<Item>(module: readonly Item[] | { readonly default: readonly Item[] } = []): readonly Item[] {
  return 'default' in module ? module.default : module;
}

function metricsIn(module: Modules[number]): readonly Metric[] {
  if (isMetric(module)) return [module];
  return Object.values(module).filter(isMetric);
}

function isMetric(value: unknown): value is Metric {
  return (typeof value === 'function' || typeof value === 'object') && value !== null && 'family' in value;
}

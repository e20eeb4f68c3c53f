import type { Dashboard as SdkDashboardModel } from '@grafana/grafana-foundation-sdk/dashboard';
import { callerPosition } from '../catalog/caller.js';
import type { DashboardRef } from '../model/dashboard-ref.js';
import type { Position } from '../model/position.js';
import type { IsUnion, NotLiteral } from '../model/literal.js';
import type { Problem, ProblemListing } from '../model/problem.js';
import type { Plain } from '../panel/plain.js';
import type { VariableName } from '../model/variable.js';
import type { AnnotationVariables, AnyAnnotation } from './annotation.js';
import type { AnyRow, ValidKey, RowVariables } from './row.js';
import type { AnyDeclaredVariable, VariableUses } from './variables.js';

/** A link at the top of a dashboard. It keeps the time range and hands over the variables. */
export interface DashboardLink {
  readonly title: string;
  readonly to: DashboardRef | string;
  readonly newTab: boolean;
  readonly keepTime: boolean;
  readonly includeVariables: boolean;
}

/** From when to when a dashboard shows, as Grafana writes it: `now-6h`. */
export interface TimeRange {
  readonly from: string;
  readonly to: string;
}

/** The settings that the dashboards of a pack have alike, where they do not say otherwise. */
export interface DashboardDefaults {
  readonly refresh?: string;
  readonly time?: TimeRange;
  readonly links?: readonly (DashboardLink | DashboardRef)[];
}

/** A dashboard as its author wrote it. */
export interface Dashboard {
  readonly kind: 'dashboard';
  readonly ref: DashboardRef;
  readonly description: string | undefined;
  readonly tags: readonly string[];
  /** Undefined: the default of its pack, else never. */
  readonly refresh: string | undefined;
  /** Undefined: the default of its pack, else the last hour. */
  readonly time: TimeRange | undefined;
  readonly timezone: string;
  readonly cursor: 'off' | 'crosshair' | 'tooltip';
  /** Undefined: those of its pack, else none. */
  readonly links: readonly DashboardLink[] | undefined;
  readonly variables: readonly AnyDeclaredVariable[];
  readonly annotations: readonly AnyAnnotation[];
  readonly rows: Readonly<Record<string, AnyRow>>;
  readonly sdk: SdkDashboard;
  readonly position: Position;
}

/** The dashboard options of the SDK that have no name here. */
export type SdkDashboard = Pick<
  Plain<SdkDashboardModel>,
  'fiscalYearStartMonth' | 'liveNow' | 'preload' | 'revision' | 'timepicker' | 'weekStart'
>;

/** The parts of a dashboard. */
export interface DashboardSpec<Variables, Annotations, Rows> {
  readonly description?: string;
  readonly tags?: readonly string[];
  /** How often it asks again, a duration, or `''` for never. Default: the pack's, else `''`. */
  readonly refresh?: string;
  /** Default: the pack's, else the last hour. */
  readonly time?: TimeRange;
  /** Default `browser`. */
  readonly timezone?: string;
  /** The thing that graphs share under the pointer. Default `crosshair`. */
  readonly cursor?: 'off' | 'crosshair' | 'tooltip';
  /** Dashboards, or links to them and elsewhere. Default: the pack's, else none. */
  readonly links?: readonly (DashboardLink | DashboardRef)[];
  /** Dashboard options that have no name here, as the Foundation SDK types them. */
  readonly sdk?: SdkDashboard;
  readonly variables?: Variables;
  readonly annotations?: Annotations;
  /** By key, in reading order: the key is a row's identity, and the ids of its panels follow from it. */
  readonly rows: Rows;
}

type Names<Variables extends readonly AnyDeclaredVariable[]> = VariableName<Variables[number]>;

type Undeclared<What extends string, Used extends string, Declared extends string> = [NotLiteral<Used>] extends [never]
  ? [Used] extends [Declared]
    ? unknown
    : ProblemListing<
        `${What} uses the variable "${Exclude<Used, Declared>}", which the dashboard does not declare; it declares`,
        Declared
      >
  : Problem<`${What} uses a variable whose name is a plain string: the dashboard cannot declare it`>;

/** Refuses rows that use a variable which the dashboard does not declare. */
export type ValidRows<Rows, Declared extends string> = {
  readonly [Key in keyof Rows]: ValidKey<Key, 'row'> &
    Undeclared<`the row "${Key & string}"`, RowVariables<Rows[Key]>, Declared>;
};

/** Refuses annotations that use a variable which the dashboard does not declare. */
export type ValidAnnotations<Annotations, Declared extends string> = {
  readonly [I in keyof Annotations]: Undeclared<'the annotation', AnnotationVariables<Annotations[I]>, Declared>;
};

/**
 * Refuses variables whose own query uses a variable which the dashboard does not declare, and lists of variables of
 * which the compiler does not know all.
 */
export type ValidVariables<Variables extends readonly unknown[], Declared extends string> = ValidCertain<Variables> & {
  readonly [I in keyof Variables]: ValidVariableName<VariableName<Variables[I]>> &
    Undeclared<`the variable "${VariableName<Variables[I]>}"`, VariableUses<Variables[I]>, Declared>;
};

type ValidCertain<Variables extends readonly unknown[]> = number extends Variables['length']
  ? Problem<'the variables of a dashboard must be written out, or declared as const: this list may leave one out'>
  : IsUnion<Variables> extends true
    ? Problem<'the variables of a dashboard must be written out: this is one of several lists'>
    : IsUnion<Variables['length']> extends true
      ? Problem<'the variables of a dashboard must be written out: this list has one more or less'>
      : unknown;

type ValidVariableName<Name extends string> = [NotLiteral<Name>] extends [never]
  ? IsUnion<Name> extends true
    ? ProblemListing<'a dashboard declares variables that are certain, and this one is one of several:', Name>
    : unknown
  : Problem<'the name of this variable is a plain string: queries cannot be checked against it'>;

/**
 * Defines a dashboard. Positions, ids, datasources, ref ids, units and descriptions follow; the hidden variables
 * `DS_<ROLE>` of the pack are added.
 *
 * @example
 * export default dashboard(shadowPipeline, {
 *   tags: ['shadow'], refresh: '10s', variables: [mode],
 *   rows: { flow: row('Flow', { throughput: timeseries('Throughput', { query: …, legend: '{{stage}}' }) }) },
 * });
 */
export function dashboard<
  const Variables extends readonly AnyDeclaredVariable[] = readonly [],
  const Annotations extends readonly AnyAnnotation[] = readonly [],
  const Rows extends Readonly<Record<string, AnyRow>> = {},
>(
  ref: DashboardRef,
  spec: DashboardSpec<
    ValidVariables<Variables, Names<Variables>> & Variables,
    Annotations & ValidAnnotations<Annotations, Names<Variables>>,
    Rows & ValidRows<Rows, Names<Variables>>
  >,
): Dashboard {
  return {
    kind: 'dashboard',
    ref,
    description: spec.description,
    tags: spec.tags ?? [],
    refresh: spec.refresh,
    time: spec.time,
    timezone: spec.timezone ?? 'browser',
    cursor: spec.cursor ?? 'crosshair',
    links: spec.links?.map(dashboardLink),
    variables: spec.variables ?? [],
    annotations: spec.annotations ?? [],
    rows: spec.rows,
    sdk: spec.sdk ?? {},
    position: callerPosition(dashboard),
  };
}

/** A dashboard with what its pack's dashboards have alike. */
export function withDefaults(written: Dashboard, { refresh, time, links }: DashboardDefaults): Dashboard {
  return {
    ...written,
    refresh: written.refresh ?? refresh,
    time: written.time ?? time,
    links: written.links ?? links?.map(dashboardLink),
  };
}

function dashboardLink(link: DashboardLink | DashboardRef): DashboardLink {
  return 'uid' in link ? linkTo(link) : link;
}

/**
 * A link at the top of a dashboard to another one, by reference.
 *
 * @param options `title`: default what links call the target
 */
export function linkTo(
  to: DashboardRef,
  options: { readonly title?: string; readonly newTab?: boolean } = {},
): DashboardLink {
  return {
    title: options.title ?? to.short ?? to.title,
    to,
    newTab: options.newTab ?? false,
    keepTime: true,
    includeVariables: true,
  };
}

/** A link at the top of a dashboard to an address outside the pack. */
export function linkOut(
  title: string,
  url: string,
  options: { readonly newTab?: boolean; readonly keepTime?: boolean; readonly includeVariables?: boolean } = {},
): DashboardLink {
  return {
    title,
    to: url,
    newTab: options.newTab ?? true,
    keepTime: options.keepTime ?? false,
    includeVariables: options.includeVariables ?? false,
  };
}

import type { DashboardRef } from '../model/dashboard-ref.js';
import type { ProblemListing } from '../model/problem.js';
import type { AnyVariable, VariableName } from '../model/variable.js';

declare const reads: unique symbol;

/** The value of a label of the series that is clicked on. Made by `seriesLabel`. */
export interface SeriesLabel<Label extends string> {
  readonly kind: 'series label';
  readonly label: Label;
}

/** The value of a label of the series that is clicked on, for a link's variables. */
export function seriesLabel<const Label extends string>(label: Label): SeriesLabel<Label> {
  return { kind: 'series label', label };
}

/** A value that a link can give a variable of its target. */
export type LinkValue = string | SeriesLabel<string> | AnyVariable;

/** A link from a panel's data: to another dashboard, by reference, or to an address. */
export interface DataLink<Labels extends string, Variables extends string> {
  readonly kind: 'data link';
  readonly title: string;
  readonly to: DashboardRef | string;
  readonly set: Readonly<Record<string, LinkValue>>;
  readonly newTab: boolean;
  readonly [reads]: {
    readonly labels: (carried: { readonly [N in Labels]: true }) => void;
    readonly variables: (declared: { readonly [N in Variables]: true }) => void;
  };
}

/** Any data link. */
export interface AnyDataLink {
  readonly kind: 'data link';
  readonly title: string;
  readonly to: DashboardRef | string;
  readonly set: Readonly<Record<string, LinkValue>>;
  readonly newTab: boolean;
  readonly [reads]: { readonly labels: (carried: never) => void; readonly variables: (declared: never) => void };
}

type LabelsIn<Values> = Values[keyof Values] extends infer Value
  ? Value extends SeriesLabel<infer Label>
    ? Label
    : never
  : never;
type VariablesIn<Values> = VariableName<Extract<Values[keyof Values], AnyVariable>>;

/** The labels that a link reads. */
export type LinkLabels<Link> = Link extends { readonly [reads]: { readonly labels: (carried: infer Carried) => void } }
  ? keyof Carried & string
  : never;

/** The variables that a link reads. */
export type LinkVariables<Link> = Link extends {
  readonly [reads]: { readonly variables: (declared: infer Declared) => void };
}
  ? keyof Declared & string
  : never;

/** Refuses links that read a label which the panel's queries do not return. */
export type ValidLinks<Links, Labels extends string> = {
  readonly [I in keyof Links]: [LinkLabels<Links[I]>] extends [Labels]
    ? unknown
    : ProblemListing<
        `the link reads the label "${Exclude<LinkLabels<Links[I]>, Labels>}", which the query does not return; it returns`,
        Labels
      >;
};

/**
 * A link from a panel's data to another dashboard. It keeps the time range and hands over the dashboard's variables.
 *
 * @param options `title`: default what links call the target; `set`: values for the target's variables; `newTab`: default false
 *
 * @example
 * dataLink(executionWatchDetails, { set: { endpoint: seriesLabel('endpoint') } })
 */
export function dataLink<const Values extends Readonly<Record<string, LinkValue>> = {}>(
  to: DashboardRef,
  options: { readonly title?: string; readonly set?: Values; readonly newTab?: boolean } = {},
): DataLink<LabelsIn<Values>, VariablesIn<Values>> {
  return linkOf(options.title ?? to.short ?? to.title, to, options.set ?? {}, options.newTab ?? false);
}

/** A link from a panel's data to an address outside the pack, written as Grafana takes it. */
export function externalLink(
  title: string,
  url: string,
  options: { readonly newTab?: boolean } = {},
): DataLink<never, never> {
  return linkOf(title, url, {}, options.newTab ?? true);
}

function linkOf<Labels extends string, Variables extends string>(
  title: string,
  to: DashboardRef | string,
  set: Readonly<Record<string, LinkValue>>,
  newTab: boolean,
): DataLink<Labels, Variables> {
  return { kind: 'data link', title, to, set, newTab } as unknown as DataLink<Labels, Variables>;
}

import type { ValidRole, Role, SqlRole } from '../catalog/role.js';
import { callerPosition } from '../catalog/caller.js';
import type { Position } from '../model/position.js';
import type { Problem } from '../model/problem.js';
import type { AnyVariable, VariableName } from '../model/variable.js';
import type { ValidTitle, Columns } from '../panel/valid-panel.js';
import type { AnyPanel, PanelRole, PanelVariables } from '../panel/panel.js';

declare const asked: unique symbol;

/** A row as its author wrote it: panels by key, in reading order. */
export interface RowDefinition {
  readonly kind: 'row';
  /** Absent for panels that stand under no heading. */
  readonly title: string | undefined;
  readonly panels: Readonly<Record<string, AnyPanel>>;
  readonly each: PanelDefaults;
  readonly collapsed: boolean;
  readonly repeat: AnyVariable | undefined;
  /** The role that its panels must ask, where it is pinned to one. */
  readonly role: string | undefined;
  readonly position: Position;
}

/** A row, with the variables that its panels use. */
export interface Row<Variables extends string> extends RowDefinition {
  readonly [asked]: (declared: { readonly [N in Variables]: true }) => void;
}

/** Any row. */
export interface AnyRow extends RowDefinition {
  readonly [asked]: (declared: never) => void;
}

/** The variables that a row uses. */
export type RowVariables<R> = R extends { readonly [asked]: (declared: infer Declared) => void }
  ? keyof Declared & string
  : never;

/** Panels by key. */
export type Panels = Readonly<Record<string, AnyPanel>>;

/** Refuses keys that do not keep their order, and panels of another role than the row's. */
export type ValidPanels<P, Pinned extends string> = {
  readonly [Key in keyof P]: ValidKey<Key, 'panel'> &
    ([Pinned] extends [never]
      ? unknown
      : [PanelRole<P[Key]>] extends [Pinned]
        ? unknown
        : string extends PanelRole<P[Key]>
          ? Problem<`the panel "${Key & string}" asks a role that is a plain string, but its row is pinned to ${Pinned}`>
          : Problem<`the panel "${Key & string}" asks ${Exclude<PanelRole<P[Key]>, Pinned>}, but its row is pinned to ${Pinned}`>);
};

/** Refuses keys that JavaScript puts into another order. Keys that are computed are checked by `build`. */
export type ValidKey<Key, Of extends string> = Key extends `${number}` | number
  ? Problem<`the key ${Key} is a number: JavaScript would move the ${Of} to the front, so name it`>
  : unknown;

/** The options of every panel of a row, where it does not say otherwise. */
export interface PanelDefaults {
  /** Columns of the grid. */
  readonly width?: Columns;
  /** Rows of the grid, 30 pixels each. */
  readonly height?: number;
  readonly unit?: string;
  readonly decimals?: number;
  readonly min?: number;
  readonly max?: number;
  readonly noValue?: string;
}

/** The role that all panels of a row must ask. */
type RowRole<Pinned extends string> = (Role<Pinned> | SqlRole<Pinned>) & ValidRole<Pinned>;

/** The options of panels under no heading: see `section`. */
export interface SectionOptions<Pinned extends string> {
  /** The role that all panels must ask. */
  readonly role?: RowRole<Pinned>;
  /** The options of every panel, where it does not say otherwise. */
  readonly each?: PanelDefaults;
}

/** The options of a row: see `row`. */
export interface RowOptions<Pinned extends string, Repeat extends AnyVariable> extends SectionOptions<Pinned> {
  /** Default false. */
  readonly collapsed?: boolean;
  /** One row per value of a variable. */
  readonly repeat?: Repeat;
}

/**
 * A row: a heading and the panels below it. They flow from left to right into 24 columns, and wrap.
 *
 * @param panels by key: the key is a panel's identity, and its id follows from it. Before them stands, where there is
 * one, the role that all of them must ask, or the row's options: `role`; `each`: what every panel is told; `collapsed`;
 * `repeat`
 *
 * @example
 * row('Flow', SHADOW, { throughput: timeseries('Throughput', { … }), errors: stat('Errors', { … }) })
 * row('Tiles', { role: SHADOW, each: { width: 6 } }, { errors: stat('Errors', { … }), drops: stat('Drops', { … }) })
 */
export function row<const Title extends string, const P extends Panels>(
  title: Title & ValidTitle<Title, 'a row'>,
  panels: P & ValidPanels<P, never>,
): Row<PanelVariables<P[keyof P]>>;
export function row<
  const Title extends string,
  const P extends Panels,
  Pinned extends string = never,
  const Repeat extends AnyVariable = never,
>(
  title: Title & ValidTitle<Title, 'a row'>,
  told: RowRole<Pinned> | RowOptions<Pinned, Repeat>,
  panels: P & ValidPanels<P, Pinned>,
): Row<PanelVariables<P[keyof P]> | VariableName<Repeat>>;
export function row(title: string, ...rest: readonly [Panels] | readonly [Told, Panels]): Row<never> {
  return definition(title, rest, row);
}

/** Panels that stand under no heading. Takes what `row` takes, but for title, `collapsed` and `repeat`. */
export function section<const P extends Panels>(panels: P & ValidPanels<P, never>): Row<PanelVariables<P[keyof P]>>;
export function section<const P extends Panels, Pinned extends string = never>(
  told: RowRole<Pinned> | SectionOptions<Pinned>,
  panels: P & ValidPanels<P, Pinned>,
): Row<PanelVariables<P[keyof P]>>;
export function section(...rest: readonly [Panels] | readonly [Told, Panels]): Row<never> {
  return definition(undefined, rest, section);
}

type Told = Role<string> | SqlRole<string> | RowOptions<string, AnyVariable>;

function definition(
  title: string | undefined,
  rest: readonly [Panels] | readonly [Told, Panels],
  caller: (...args: never[]) => unknown,
): Row<never> {
  const [told, panels] = rest.length === 1 ? [{}, rest[0]] : rest;
  const options: RowOptions<string, AnyVariable> = 'kind' in told ? { role: told as never } : told;
  const made: RowDefinition = {
    kind: 'row',
    title,
    panels,
    each: options.each ?? {},
    collapsed: options.collapsed ?? false,
    repeat: options.repeat,
    role: options.role?.name,
    position: callerPosition(caller),
  };
  return made as Row<never>;
}

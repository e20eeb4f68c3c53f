import type { CheckRole, Role, SqlRole } from '../catalog/role.js';
import { callerPosition } from '../catalog/caller.js';
import type { Position } from '../model/position.js';
import type { Problem } from '../model/problem.js';
import type { AnyVariable, VariableName } from '../model/variable.js';
import type { CheckTitle } from '../panel/panel-checks.js';
import type { AnyPanel, PanelRole, PanelVariables } from '../panel/panel.js';

declare const asked: unique symbol;

/** A row as its author wrote it: panels by key, in reading order. */
export interface RowDefinition {
  readonly kind: 'row';
  /** Absent for panels that stand under no heading. */
  readonly title: string | undefined;
  readonly panels: Readonly<Record<string, AnyPanel>>;
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
export type CheckPanels<P, Pinned extends string> = {
  readonly [Key in keyof P]: CheckKey<Key, 'panel'> &
    ([Pinned] extends [never]
      ? unknown
      : [PanelRole<P[Key]>] extends [Pinned]
        ? unknown
        : string extends PanelRole<P[Key]>
          ? Problem<`the panel "${Key & string}" asks a role that is a plain string, but its row is pinned to ${Pinned}`>
          : Problem<`the panel "${Key & string}" asks ${Exclude<PanelRole<P[Key]>, Pinned>}, but its row is pinned to ${Pinned}`>);
};

/** Refuses keys that JavaScript puts into another order. Keys that are computed are checked by `build`. */
export type CheckKey<Key, Of extends string> = Key extends `${number}` | number
  ? Problem<`the key ${Key} is a number: JavaScript would move the ${Of} to the front, so name it`>
  : unknown;

/**
 * A row: a heading and the panels below it. They flow from left to right into 24 columns, and wrap.
 *
 * @param panels by key: the key is a panel's identity, and its id follows from it
 * @param options `role`: all panels must ask it; `collapsed`: default false; `repeat`: one row per value of a variable
 *
 * @example
 * row('Flow', { throughput: timeseries('Throughput', { … }), errors: stat('Errors', { … }) }, { role: SHADOW })
 */
export function row<
  const Title extends string,
  const P extends Panels,
  Pinned extends string = never,
  const Repeat extends AnyVariable = never,
>(
  title: Title & CheckTitle<Title, 'a row'>,
  panels: P & CheckPanels<P, Pinned>,
  options: {
    readonly role?: (Role<Pinned> | SqlRole<Pinned>) & CheckRole<Pinned>;
    readonly collapsed?: boolean;
    readonly repeat?: Repeat;
  } = {},
): Row<PanelVariables<P[keyof P]> | VariableName<Repeat>> {
  const definition: RowDefinition = {
    kind: 'row',
    title,
    panels,
    collapsed: options.collapsed ?? false,
    repeat: options.repeat,
    role: options.role?.name,
    position: callerPosition(row),
  };
  return definition as Row<never>;
}

/** Panels that stand under no heading. */
export function section<const P extends Panels, Pinned extends string = never>(
  panels: P & CheckPanels<P, Pinned>,
  options: { readonly role?: (Role<Pinned> | SqlRole<Pinned>) & CheckRole<Pinned> } = {},
): Row<PanelVariables<P[keyof P]>> {
  const definition: RowDefinition = {
    kind: 'row',
    title: undefined,
    panels,
    collapsed: false,
    repeat: undefined,
    role: options.role?.name,
    position: callerPosition(section),
  };
  return definition as Row<never>;
}

import type { Position } from '../model/position.js';
import type { IsUnion, NotLiteral } from '../model/literal.js';
import type { Problem, ProblemListing, Refuse } from '../model/problem.js';
import { callerPosition } from './caller.js';

/** The parts of every role. */
interface RoleFacts<Name extends string> {
  readonly name: Name;
  /** Pinned: its panels name the datasource's uid. Otherwise they name the hidden variable `DS_<ROLE>`. */
  readonly pinned: boolean;
  /** The hidden template variable that holds the bound datasource: `DS_<ROLE>`. */
  readonly variable: string;
  /** The variable's label. */
  readonly label: string;
  readonly position: Position;
}

/**
 * The use of a datasource. Metric families are owned by roles, and an environment binds each role to a
 * datasource. `Name` must be a literal: `Role<string>` is refused wherever a role is asked for.
 */
export interface Role<Name extends string> extends RoleFacts<Name> {
  readonly kind: 'role';
}

/** The use of a PostgreSQL server. It is asked in SQL, and owns no metrics. */
export interface SqlRole<Name extends string> extends RoleFacts<Name> {
  readonly kind: 'sql role';
}

/** Any role of Prometheus servers. */
export type AnyRole = Role<string>;

/** Any role that a pack can have. */
export type PackRole = AnyRole | SqlRole<string>;

/** Refuses a role whose name the compiler does not know. */
export type ValidRole<Name extends string> = Refuse<
  [NotLiteral<Name>] extends [never]
    ? IsUnion<Name> extends true
      ? ProblemListing<
          'this role is one of several: name one role of the pack, so that its datasource is known. It may be',
          Name
        >
      : never
    : Problem<'this role is a plain string: name one role of the pack, so that its datasource is known'>
>;

/** The options of a role: see `role`. */
interface RoleOptions {
  readonly pinned?: boolean;
  readonly label?: string;
}

const roleName = /^[A-Z][A-Z0-9_]*$/;

/**
 * Declares a role.
 *
 * @param name upper case, such as `AI_LIVE`
 * @param options `pinned`: panels name the datasource's uid (default false); `label`: what Grafana shows for the
 * variable (default the name)
 *
 * @example
 * export const SHADOW = role('SHADOW', { pinned: true });
 */
export function role<const Name extends string>(name: Name & ValidRole<Name>, options: RoleOptions = {}): Role<Name> {
  return { kind: 'role', ...factsOf<Name>(name, options, role) };
}

/**
 * Declares a role of a PostgreSQL server, for panels that ask in SQL. Takes what `role` takes.
 *
 * @example
 * export const SQL = sqlRole('SQL', { pinned: true });
 */
export function sqlRole<const Name extends string>(
  name: Name & ValidRole<Name>,
  options: RoleOptions = {},
): SqlRole<Name> {
  return { kind: 'sql role', ...factsOf<Name>(name, options, sqlRole) };
}

function factsOf<Name extends string>(
  name: Name,
  options: RoleOptions,
  caller: (...args: never[]) => unknown,
): RoleFacts<Name> {
  if (!roleName.test(name)) throw new RangeError(`role "${name}": a role's name is upper case, such as AI_LIVE`);
  return {
    name,
    pinned: options.pinned ?? false,
    variable: `DS_${name}`,
    label: options.label ?? name,
    position: callerPosition(caller),
  };
}

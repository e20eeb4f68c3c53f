declare const values: unique symbol;
declare const listed: unique symbol;

/**
 * A dashboard variable as expressions use it. `Name` is written in queries as `$name`; `Values` are the values it can
 * have, `string` where they come from a label; `Of` is that label.
 */
export interface Variable<Name extends string, Values extends string, Of extends string = never> {
  readonly kind: 'variable';
  readonly name: Name;
  /** True where a viewer can choose several values or `All`: it then matches with `=~`. */
  readonly several: boolean;
  readonly [values]: Values;
  readonly [listed]: (of: { readonly [N in Of]: true }) => { readonly [N in Of]: true };
}

/** Any dashboard variable. */
export interface AnyVariable {
  readonly kind: 'variable';
  readonly name: string;
  readonly several: boolean;
  readonly [values]: string;
  readonly [listed]: (of: never) => { readonly [name: string]: true };
}

/** The name of a variable. */
export type VariableName<V> = V extends { readonly kind: 'variable'; readonly name: infer Name extends string }
  ? Name
  : never;

/** The values that a variable can have. */
export type VariableValues<V> = V extends { readonly [values]: infer Values extends string } ? Values : never;

/** The label whose values a variable lists; `never` where its values are written in the dashboard. */
export type VariableLabel<V> = V extends { readonly [listed]: (of: never) => infer Of } ? keyof Of & string : never;

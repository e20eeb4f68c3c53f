declare const values: unique symbol;

/**
 * A dashboard variable as expressions use it. `Name` is written in queries as `$name`; `Values` are the values it can
 * have, `string` where they come from a label that can have any.
 */
export interface Variable<Name extends string, Values extends string> {
  readonly kind: 'variable';
  readonly name: Name;
  /** Whether a viewer can choose several values or `All`: it then matches with `=~`. */
  readonly several: boolean;
  readonly [values]?: Values;
}

/** Any dashboard variable. */
export interface AnyVariable {
  readonly kind: 'variable';
  readonly name: string;
  readonly several: boolean;
  readonly [values]?: string;
}

/** The name of a variable. */
export type VariableName<V> = V extends { readonly kind: 'variable'; readonly name: infer Name extends string } ? Name : never;

/** The values that a variable can have. */
export type VariableValues<V> = V extends { readonly [values]?: infer Values extends string } ? Values : never;

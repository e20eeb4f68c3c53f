/** The value of a dashboard variable, as Grafana would choose it when the dashboard is opened. */
export interface VariableValue {
  readonly name: string;
  /** The chosen values; of `All`, every option. None where the variable has no options. */
  readonly values: readonly string[];
  /** The text in place of every option where `All` is chosen and the variable says so. */
  readonly allValue?: string | undefined;
  /** True where a viewer can choose several values or `All`: its values are then parts of a regular expression. */
  readonly several: boolean;
  /** The text that a viewer reads. */
  readonly text: string;
}

/** The variables that stand around a query, by their names. */
export type Scope = ReadonlyMap<string, VariableValue>;

/** A variable with one value. */
export function singleValue(name: string, value: string): VariableValue {
  return { name, values: [value], several: false, text: value };
}

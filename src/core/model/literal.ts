/** The members of a type that are not literals: `string` itself, and templates such as `` `p${number}` ``. */
export type NotLiteral<Text extends string> = Text extends string
  ? {} extends { [T in Text]: 1 }
    ? Text
    : never
  : never;

/** True where a type is a union: the compiler does not know which of its members a value is. */
export type IsUnion<T, All = T> = [T] extends [never]
  ? false
  : T extends All
    ? [All] extends [T]
      ? false
      : true
    : never;

/**
 * A set of names, as a type that the compiler compares name by name: where one is missing, its message says which. A
 * property of this type says what is certainly there; a parameter of it says what is needed.
 */
export type Names<Name extends string> = { readonly [N in Name]: true };

/** The names in a set. */
export type NamesIn<Set> = keyof Set & string;

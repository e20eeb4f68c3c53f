declare const problem: unique symbol;

/**
 * The type of what must not be written: nothing is assignable to it, and the compiler prints its message. A parameter
 * of type `T & Problem<'…'>` refuses its argument with that sentence.
 */
export interface Problem<Message extends string> {
  readonly [problem]: readonly [Message];
}

/** A problem whose message ends in a list: the union that the compiler prints behind it. */
export interface ProblemListing<Message extends string, Listed extends string> {
  readonly [problem]: readonly [Message, Listed];
}

/**
 * The verdict of a check. Checks find problems, `never` where all is well, so that in a union of arguments the good ones
 * do not hide a bad one: `never | Problem` is a problem, `unknown | Problem` would be none.
 */
export type Refuse<Found> = [Found] extends [never] ? unknown : Found;

declare const asked: unique symbol;

/** An expression that one role's Prometheus evaluates. */
export interface AskedBy<Role extends string> {
  readonly [asked]: Role;
}

/** The role whose Prometheus evaluates a rule. */
export type RuleRole<R> = R extends AskedBy<infer Role> ? Role : never;

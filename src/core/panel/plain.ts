import type { Json } from '../model/json.js';

/**
 * A type of the Foundation SDK as authors write it: every property optional, enums as the strings they are, no method,
 * no `any`.
 */
export type Plain<T> = unknown extends T
  ? Json
  : T extends string
    ? `${T}`
    : T extends number | boolean | null | undefined
      ? T
      : T extends readonly (infer Item)[]
        ? readonly Plain<Item>[]
        : T extends object
          ? {
              readonly [K in keyof T as T[K] extends (...args: never) => unknown ? never : K]?: Plain<
                Exclude<T[K], undefined>
              >;
            }
          : T;

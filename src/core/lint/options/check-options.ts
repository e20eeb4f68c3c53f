import type { LintOptions } from '../../model/lint-settings.js';
import type { Option } from './option.js';

/** The options of a check, by their names. */
export type OptionShape = Readonly<Record<string, Option<unknown>>>;

/** The values of a check's options: every option has one. */
export type OptionValues<Shape extends OptionShape> = {
  readonly [Name in keyof Shape]: Shape[Name] extends Option<infer Value> ? Value : never;
};

/** The options of a check, and their values. */
export interface CheckOptions<Shape extends OptionShape = OptionShape> {
  readonly shape: Shape;
  /** The configured values, and the defaults of the rest. Configured values are sound: `assertOptions` saw to it. */
  of(context: { readonly options?: LintOptions }): OptionValues<Shape>;
}

/**
 * Declares what a check can be told.
 *
 * @param id of the check
 *
 * @example
 * const options = checkOptions('dashboard/size', { panels: wholeNumber(100, 'how many panels are enough', 1) });
 * // in the check: const { panels } = options.of(context);
 */
export function checkOptions<const Shape extends OptionShape>(id: string, shape: Shape): CheckOptions<Shape> {
  const defaults = Object.fromEntries(Object.entries(shape).map(([name, { initial }]) => [name, initial]));
  return {
    shape,
    of({ options }) {
      const told = options?.[id];
      return (told === undefined ? defaults : { ...defaults, ...told }) as OptionValues<Shape>;
    },
  };
}

import { InvalidArgumentError, Option } from 'commander';

/** The options of a command, in the order of its help: one for each thing that it can be told. */
export type OptionsOf<Told> = { readonly [Key in keyof Told]-?: Option };

/** An option that is given once, or a flag. */
export function option(flags: string, description: string): Option {
  return new Option(flags, description);
}

/** An option that can be given several times. */
export function several(flags: string, description: string, usually = 'none'): Option {
  return new Option(flags, description)
    .argParser((value: string, before: readonly string[]) => [...before, value])
    .default([], usually);
}

/** An option with names, with commas between them, that can be given several times. */
export function names(flags: string, description: string, usually = 'none'): Option {
  return new Option(flags, description)
    .argParser((value: string, before: readonly string[]) => [
      ...before,
      ...value
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== ''),
    ])
    .default([], usually);
}

/** An option with one of some words; the default is the last argument. */
export function choice<const Word extends string>(
  flags: string,
  description: string,
  words: readonly Word[],
  usual: NoInfer<Word>,
): Option {
  return new Option(flags, description).choices(words).default(usual);
}

/** An option with a number from 0 on. */
export function wholeNumber(flags: string, description: string, usual: number): Option {
  return new Option(flags, description)
    .argParser((text) => {
      if (/^\d{1,9}$/.test(text)) return Number(text);
      throw new InvalidArgumentError('It must be a whole number.');
    })
    .default(usual);
}

/** An option with a number above 0. */
export function positiveNumber(flags: string, description: string, usual: number): Option {
  return new Option(flags, description)
    .argParser((text) => {
      if (/^\d{1,6}(?:\.\d{1,6})?$/.test(text) && Number(text) > 0) return Number(text);
      throw new InvalidArgumentError('It must be a number above 0.');
    })
    .default(usual);
}

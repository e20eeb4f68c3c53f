import { durationSeconds } from '../../promql/duration.js';

/** Something that a check can be told. */
export interface Option<Value> {
  /** The value where nothing is configured. */
  readonly initial: Value;
  /** The decision it makes, in a few words, for the page of the check. */
  readonly says: string;
  /** The values it accepts, as the end of a sentence: `a whole number from 1 up`. */
  readonly allowed: string;
  accepts(value: unknown): value is Value;
}

/** A whole number, from `least` up. */
export function wholeNumber(initial: number, says: string, least = 0): Option<number> {
  return {
    initial,
    says,
    allowed: `a whole number from ${least} up`,
    accepts: (value): value is number => typeof value === 'number' && Number.isInteger(value) && value >= least,
  };
}

/** `true` or `false`. */
export function flag(initial: boolean, says: string): Option<boolean> {
  return { initial, says, allowed: 'true or false', accepts: (value) => typeof value === 'boolean' };
}

/** A text that is not empty. */
export function text(initial: string, says: string): Option<string> {
  return { initial, says, allowed: 'a text that is not empty', accepts: isText };
}

/** A list of texts, each of which the given test accepts. Default: any that is not empty. */
export function texts(
  initial: readonly string[],
  says: string,
  each: { readonly allowed: string; readonly accepts: (value: string) => boolean } = anyText,
): Option<readonly string[]> {
  return {
    initial,
    says,
    allowed: `a list of ${each.allowed}`,
    accepts: (value): value is readonly string[] =>
      Array.isArray(value) && value.every((item) => isText(item) && each.accepts(item)),
  };
}

/** One of a few words. */
export function choice<const Word extends string>(
  initial: NoInfer<Word>,
  says: string,
  words: readonly Word[],
): Option<Word> {
  return {
    initial,
    says,
    allowed: words.map((word) => JSON.stringify(word)).join(' or '),
    accepts: (value): value is Word => words.some((word) => word === value),
  };
}

/** A duration as PromQL writes it: `30s`, `1m30s`. */
export function duration(initial: string, says: string): Option<string> {
  return {
    initial,
    says,
    allowed: 'a duration, such as "30s"',
    accepts: (value): value is string => isText(value) && (durationSeconds(value) ?? 0) > 0,
  };
}

const anyText = { allowed: 'texts that are not empty', accepts: (): boolean => true };

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

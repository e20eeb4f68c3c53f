import { durationSeconds } from '../duration.js';

/**
 * The value of a number as PromQL writes it: decimal, hexadecimal, octal, with underscores, `Inf`, `NaN`, or a duration,
 * which stands for its seconds. Undefined for what is larger than any number.
 */
export function numberValue(text: string): number | undefined {
  const plain = text.replaceAll('_', '').toLowerCase();
  if (plain === 'inf') return Number.POSITIVE_INFINITY;
  if (plain === 'nan') return Number.NaN;
  if (/^0[0-7]+$/.test(plain)) return Number.parseInt(plain, 8);
  const value = durationSeconds(plain) ?? Number(plain);
  return Number.isFinite(value) ? value : undefined;
}

/** A duration, or an expression of durations, as written but for spaces, comments and a plus sign. */
export function durationText(text: string): string {
  return text
    .replaceAll(/#[^\n]*/g, '')
    .replaceAll(/\s+/g, '')
    .replace(/^\+/, '');
}

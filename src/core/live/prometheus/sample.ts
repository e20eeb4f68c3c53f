import { z } from 'zod';

/** A Unix time in seconds, and a value as Prometheus writes it: `1.5`, `NaN`, `+Inf`. */
export const sampleShape = z.tuple([z.number(), z.string()]).readonly();

/** A sample. */
export type Sample = z.infer<typeof sampleShape>;

/** The labels of a series, `__name__` included. */
export const labelsShape = z.record(z.string(), z.string()).readonly();

/** The labels of a series. */
export type Labels = z.infer<typeof labelsShape>;

/** A value as a number. */
export function valueOf([, text]: Sample): number {
  if (text === '+Inf' || text === 'Inf') return Number.POSITIVE_INFINITY;
  if (text === '-Inf') return Number.NEGATIVE_INFINITY;
  return Number(text);
}

import type { z } from 'zod';
import { LiveFailure } from './live-failure.js';
import type { LiveAnswer } from './request.js';
import type { Redact } from './redact.js';

/**
 * Reads an answer as JSON of a shape.
 *
 * @throws LiveFailure where it is no JSON, or of another shape
 */
export function readAnswer<Shape extends z.ZodType>(answer: LiveAnswer, shape: Shape, redact: Redact): z.infer<Shape> {
  const { text, url, status } = answer;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const begins = redact(text.slice(0, 60).replaceAll(/\s+/g, ' '));
    throw new LiveFailure('not JSON', `${url}: it answers with something that is not JSON: ${JSON.stringify(begins)}`, {
      next: 'correct the address: a proxy or a login page may stand before the server',
      status,
      cause: new Error(redact(error instanceof Error ? error.message : String(error))),
    });
  }
  return checkShape(json, shape, answer, redact);
}

/**
 * Takes a value for what it should be.
 *
 * @throws LiveFailure where it is of another shape, with the first place that differs
 */
export function checkShape<Shape extends z.ZodType>(
  value: unknown,
  shape: Shape,
  { url, status }: LiveAnswer,
  redact: Redact,
): z.infer<Shape> {
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const place = issue?.path.map(String).join('.') ?? '';
  const what = redact(issue?.message ?? '');
  throw new LiveFailure(
    'shape',
    `${url}: its answer is not what its API documents: ${place === '' ? 'the answer' : redact(place)}: ${what}`,
    { next: 'see that the address is that of a Prometheus or Grafana, of a version that is supported', status },
  );
}

import { z } from 'zod';
import { LiveFailure } from '../live-failure.js';
import { checkShape, readAnswer } from '../read-answer.js';
import type { LiveRequest } from '../request.js';
import type { Transport } from '../transport.js';

const refusal = z.object({ status: z.literal('error'), errorType: z.string().optional(), error: z.string() });
const success = z.object({ status: z.literal('success'), data: z.unknown() });

/** The answer of Prometheus where it refuses a question. Source: https://prometheus.io/docs/prometheus/latest/querying/api/ */
export interface PrometheusError {
  /** `bad_data`, `execution`, `timeout`, `canceled` …; empty where it is not said. */
  readonly errorType: string;
  readonly message: string;
}

/** The result of a question: its data, or why the server refuses it. */
export type Asked<Data> =
  | { readonly data: Data; readonly milliseconds: number }
  | { readonly error: PrometheusError; readonly milliseconds: number };

/**
 * Asks an endpoint of Prometheus' API whose questions can be wrong, such as a query.
 *
 * @param shape of `data`
 * @throws LiveFailure where the server cannot be asked
 */
export async function askFor<Shape extends z.ZodType>(
  transport: Transport,
  request: LiveRequest,
  shape: Shape,
): Promise<Asked<z.infer<Shape>>> {
  // 400: not PromQL; 422: it cannot be executed. Sources besides Prometheus answer so too.
  const answer = await transport.request({ ...request, accept: [400, 422] });
  const { milliseconds } = answer;
  if (answer.status >= 400 || isRefusal(answer.text)) {
    const { errorType = '', error } = readAnswer(answer, refusal, transport.redact);
    return { error: { errorType, message: transport.redact(error) }, milliseconds };
  }
  const { data } = readAnswer(answer, success, transport.redact);
  return { data: checkShape(data, shape, answer, transport.redact), milliseconds };
}

/**
 * Asks an endpoint whose questions are never wrong.
 *
 * @throws LiveFailure where the server cannot be asked, or refuses
 */
export async function fetchData<Shape extends z.ZodType>(
  transport: Transport,
  request: LiveRequest,
  shape: Shape,
): Promise<z.infer<Shape>> {
  const asked = await askFor(transport, request, shape);
  if ('data' in asked) return asked.data;
  throw new LiveFailure('status', `${transport.url}${request.path}: ${asked.error.message}`, {
    next: 'see that the address is that of a Prometheus, of a version that is supported',
    status: 400,
  });
}

function isRefusal(text: string): boolean {
  return /^\s*\{\s*"status"\s*:\s*"error"/.test(text);
}

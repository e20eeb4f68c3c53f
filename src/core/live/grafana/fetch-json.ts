import type { z } from 'zod';
import { readAnswer } from '../read-answer.js';
import type { LiveRequest } from '../request.js';
import type { Transport } from '../transport.js';

/**
 * Asks an endpoint of Grafana's API.
 *
 * @throws LiveFailure where it cannot be asked, refuses, or answers in another shape
 */
export async function fetchJson<Shape extends z.ZodType>(
  transport: Transport,
  request: LiveRequest,
  shape: Shape,
): Promise<z.infer<Shape>> {
  return readAnswer(await transport.request(request), shape, transport.redact);
}

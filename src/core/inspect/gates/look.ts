import { LiveFailure } from '../../live/live-failure.js';
import type { Transport } from '../../live/transport.js';
import { recording, type Exchange } from '../ask/exchange.js';
import { skipped, type GateResult, type Found } from './gate-result.js';

/** The subject of a gate. */
export interface Subject {
  readonly check: string;
  readonly subject: string;
}

/**
 * Looks at a server. Where it gives no answer the check is left out, with the reason; what was asked belongs to the
 * result.
 *
 * @param look gets the same way to the server, on which everything is noted
 */
export async function look(
  subject: Subject,
  transport: Transport,
  how: (noted: Transport) => Promise<Found>,
): Promise<GateResult> {
  const exchanges: Exchange[] = [];
  const noted = recording(transport, (exchange) => exchanges.push(exchange));
  try {
    return { ...subject, ...(await how(noted)), exchanges };
  } catch (error) {
    if (!(error instanceof LiveFailure)) throw error;
    return { ...subject, ...unanswered(error), exchanges };
  }
}

/** The result without an answer: what may not be read was not asked for; what answered before and does not now was. */
function unanswered({ message, next, status }: LiveFailure): Found {
  const left = skipped(message, next);
  return status === 401 || status === 403 ? left : { ...left, isMissed: true };
}

import { LiveFailure } from '../live-failure.js';
import type { Transport } from '../transport.js';

/**
 * True where a server is ready to answer. Not through Grafana, whose proxy leads to the API alone.
 *
 * @throws LiveFailure where it cannot be reached
 */
export async function isReady(transport: Transport): Promise<boolean> {
  try {
    const { status } = await transport.request({ path: '/-/ready', accept: [503] });
    return status !== 503;
  } catch (error) {
    if (error instanceof LiveFailure && error.kind === 'status') return false;
    throw error;
  }
}

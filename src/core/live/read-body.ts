import { LiveFailure } from './live-failure.js';

/**
 * Reads what a server answers, as text, up to a limit.
 *
 * @param most in bytes, after unpacking
 * @throws LiveFailure where there is more
 */
export async function readBody(response: Response, most: number, url: string): Promise<string> {
  const { body } = response;
  if (body === null) return '';
  const reader: ReadableStreamDefaultReader<Uint8Array> = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    length += value.byteLength;
    if (length > most) {
      await reader.cancel().catch(() => undefined);
      throw new LiveFailure('too large', `${url}: it answers with more than ${Math.round(most / 2 ** 20)} MiB`, {
        next: 'ask for less: a shorter --window, or a query with fewer series',
        status: response.status,
      });
    }
    text += decoder.decode(value, { stream: true });
  }
}

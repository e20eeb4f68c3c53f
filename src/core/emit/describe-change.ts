import { describeDifference } from './describe-difference.js';
import type { Json } from '../model/json.js';
import { jsonErrorAt } from '../text/json-error.js';
import { createLines } from '../text/lines.js';
import { shortenPair } from './shorten.js';

const maxLines = 20;

/**
 * Says how a file on disk differs from the one that would be generated, in at most 21 lines, from disk to generated:
 * JSON by its meaning, any other text by the first line that differs.
 *
 * @param path Tells by its end whether it is JSON.
 */
export function describeChange(path: string, onDisk: string, generated: string): readonly string[] {
  if (!path.endsWith('.json')) return [describeText(onDisk, generated)];
  const error = jsonErrorAt(onDisk);
  if (error !== undefined) {
    const { line } = createLines(onDisk)(error.offset);
    return [`line ${line}: the file on disk is not JSON: ${error.found} is not expected there`];
  }
  const lines = describeDifference(JSON.parse(onDisk) as Json, JSON.parse(generated) as Json);
  if (lines.length === 0) return [`the same data, formatted differently; ${describeText(onDisk, generated)}`];
  return lines.length <= maxLines ? lines : [...lines.slice(0, maxLines), `… and ${lines.length - maxLines} more`];
}

function describeText(onDisk: string, generated: string): string {
  if (onDisk.replaceAll('\r\n', '\n') === generated) return 'line endings: CRLF → LF';
  const left = onDisk.split('\n');
  const right = generated.split('\n');
  let index = 0;
  while (left[index] === right[index] && index < left.length) index += 1;
  const [before, after] = shortenPair(printLine(left[index]), printLine(right[index]));
  return `line ${index + 1}: ${before} → ${after}`;
}

function printLine(line: string | undefined): string {
  return line === undefined ? 'end of file' : JSON.stringify(line);
}

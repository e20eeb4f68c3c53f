import type { Host } from '../host.js';
import { describeCircumstances } from './circumstances.js';
import { renewSnapshot } from './snapshot.js';
import { findStampFile, readStamp, writeStamp } from './stamp-file.js';

/**
 * The text of a build that has nothing to do: everything that it would read and write is as the last build left it.
 * Undefined where that is not certain.
 *
 * @param argv without the program
 */
export async function endEarly(argv: readonly string[], host: Host): Promise<string | undefined> {
  const file = findStampFile(argv, host);
  if (file === undefined) return undefined;
  const now = Date.now();
  const stamp = readStamp(file, describeCircumstances(argv, host, now));
  if (stamp === undefined) return undefined;
  const snapshot = await renewSnapshot(stamp.snapshot, now);
  if (snapshot === undefined) return undefined;
  if (snapshot !== stamp.snapshot) writeStamp(file, { ...stamp, snapshot });
  return stamp.text;
}

/** A question that does not fit what is shown: the page is older than the build, or was written by somebody else. */
export class NoSuch extends Error {
  override readonly name = 'NoSuch';
}

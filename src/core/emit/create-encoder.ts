/** Encodes texts as UTF-8 into one buffer that is used again: a result holds only until the next call. */
export function createEncoder(): (text: string) => Buffer {
  let buffer = Buffer.allocUnsafeSlow(0);
  return (text) => {
    const length = Buffer.byteLength(text);
    if (length > buffer.length) buffer = Buffer.allocUnsafeSlow(length * 2);
    buffer.write(text);
    return buffer.subarray(0, length);
  };
}

/** The text of a file, or where it stops being UTF-8. A byte order mark stays. */
export function decodeUtf8(bytes: Uint8Array): { readonly text: string; readonly wrongAt: number | undefined } {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const encoder = new TextEncoder();
  let counted = 0;
  let offset = 0; // in bytes, of what was counted
  for (let at = text.indexOf(replacement); at !== -1; at = text.indexOf(replacement, at + 1)) {
    offset += encoder.encode(text.slice(counted, at)).length;
    if (bytes[offset] !== 0xef || bytes[offset + 1] !== 0xbf || bytes[offset + 2] !== 0xbd)
      return { text, wrongAt: at };
    offset += 3;
    counted = at + 1;
  }
  return { text, wrongAt: undefined };
}

/** The character that decoding puts in place of what is wrong; it may also be written. */
const replacement = '\uFFFD';

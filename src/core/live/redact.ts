/** Takes secrets out of a text. */
export type Redact = (text: string) => string;

const mark = '***';
/** Of `scheme://user:password@host`, everything up to the `@`. A lone user name goes too: tokens are written there. */
const userinfo = /([a-z][a-z0-9+.-]*:)?\/\/[^/?#\s"'@]+@/gi;

/**
 * Makes the function through which everything goes that a server said or an error says.
 *
 * @param secrets the values themselves; the forms in which they travel (escaped in addresses, in base64) are taken out
 * as well, and so is every user and password in an address
 */
export function createRedact(secrets: readonly string[]): Redact {
  const forms = secrets.flatMap((secret) =>
    secret === '' ? [] : [secret, encodeURIComponent(secret), base64(secret), JSON.stringify(secret).slice(1, -1)],
  );
  // The longest first: a secret may be part of another.
  const sorted = [...new Set(forms)].toSorted((a, b) => b.length - a.length);
  return (text) => {
    const hidden = sorted.reduce((current, form) => current.replaceAll(form, mark), text);
    return hidden.replaceAll(userinfo, (_match, scheme: string | undefined) => `${scheme ?? ''}//${mark}@`);
  };
}

/** A text in base64, by its bytes in UTF-8. */
export function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

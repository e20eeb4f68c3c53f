import { LiveFailure } from './live-failure.js';

/** One attempt to ask. */
export interface Attempt {
  readonly url: URL;
  /** A form that is posted; absent: the question is in the address. */
  readonly form?: URLSearchParams | undefined;
  /** Sent to the server that was named, and to no other. */
  readonly secretHeaders: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/** An answer, and whether it came from somewhere else, to which no credentials were sent. */
export interface Sent {
  readonly response: Response;
  readonly withoutCredentials: boolean;
}

const mostRedirects = 5;
const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * Asks once, and follows redirects. Whatever another server gets, be it the same host under another port or without TLS,
 * it gets without credentials.
 *
 * @throws LiveFailure for redirects that lead nowhere; what `fetch` throws
 */
export async function send({ url: first, form, secretHeaders, signal }: Attempt): Promise<Sent> {
  let url = first;
  let body = form;
  let isOwn = true;
  for (let hop = 0; hop <= mostRedirects; hop += 1) {
    const response = await fetch(url, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { Accept: 'application/json', ...(isOwn ? secretHeaders : {}) },
      ...(body === undefined ? {} : { body }),
      redirect: 'manual',
      signal,
    });
    const location = redirects.has(response.status) ? response.headers.get('location') : null;
    if (location === null) return { response, withoutCredentials: !isOwn };
    await response.body?.cancel();
    const to = target(location, url);
    isOwn &&= to.origin === first.origin;
    // Everywhere else a form is sent again: these are questions, whatever the method.
    if (response.status === 303) body = undefined;
    url = to;
  }
  throw new LiveFailure('redirect', `${first.origin}${first.pathname}: more than ${mostRedirects} redirects`, {
    next: 'name the address at which the server itself answers',
  });
}

function target(location: string, from: URL): URL {
  const to = URL.canParse(location, from.href) ? new URL(location, from.href) : undefined;
  if (to === undefined || !/^https?:$/.test(to.protocol)) {
    throw new LiveFailure(
      'redirect',
      `${from.origin}${from.pathname}: it redirects to what is not an address of a server`,
      {
        next: 'name the address at which the server itself answers',
      },
    );
  }
  to.username = '';
  to.password = '';
  return to;
}

import { base64 } from './redact.js';

/** How to sign in at a server. The values are secrets: they come from the environment or a file, never from an argument. */
export type Authentication =
  | { readonly kind: 'bearer'; readonly token: string }
  | { readonly kind: 'basic'; readonly user: string; readonly password: string };

/** The options of a server besides the question. */
export interface Credentials {
  readonly authentication?: Authentication | undefined;
  /** Further headers; their values are secrets. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** The tenant of servers that have several, as `X-Scope-OrgID`. */
  readonly orgId?: string | undefined;
}

/** The headers that credentials are sent in. */
export function credentialHeaders({ authentication, headers, orgId }: Credentials): Readonly<Record<string, string>> {
  return {
    ...headers,
    ...(orgId === undefined ? {} : { 'X-Scope-OrgID': orgId }),
    ...(authentication === undefined ? {} : { Authorization: authorisation(authentication) }),
  };
}

/** The values among credentials that nobody may read. */
export function secretsIn({ authentication, headers = {} }: Credentials): readonly string[] {
  const own =
    authentication === undefined
      ? []
      : authentication.kind === 'bearer'
        ? [authentication.token]
        : [authentication.password, base64(`${authentication.user}:${authentication.password}`)];
  return [...own, ...Object.values(headers)];
}

function authorisation(authentication: Authentication): string {
  if (authentication.kind === 'bearer') return `Bearer ${authentication.token}`;
  return `Basic ${base64(`${authentication.user}:${authentication.password}`)}`;
}

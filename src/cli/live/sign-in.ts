import type { Authentication, Credentials } from '../../core/live/credentials.js';
import { Failure } from '../../core/model/failure.js';
import type { Host } from '../host.js';
import { readSecret } from './secret.js';

/** Where the credentials of servers are. Each may begin with the server that it is for: `MAIN=env:MAIN_TOKEN`. */
export interface SignInOptions {
  readonly bearer: readonly string[];
  readonly basic: readonly string[];
  /** `X-Api-Key:env:NAME`. */
  readonly header: readonly string[];
  readonly orgId: readonly string[];
}

/** The server that `--grafana` names, as credentials call it. */
export const grafanaName = 'grafana';

/**
 * Finds the credentials of servers.
 *
 * @param servers their names: what stands before `=` in `--prometheus`, and `grafana`; empty for an address alone
 * @throws Failure where a secret is not there, or nobody says for which of several servers it is
 */
export function readCredentials(
  options: SignInOptions,
  servers: readonly string[],
  host: Pick<Host, 'env' | 'cwd'>,
): (server: string) => Credentials {
  const given = (['bearer', 'basic', 'header', 'orgId'] as const).flatMap((kind) =>
    options[kind].map((text) => ({ kind, ...addressed(text, `--${kind === 'orgId' ? 'org-id' : kind}`, servers) })),
  );
  const read = given.map((each) => ({ ...each, credentials: readOne(each.kind, each.rest, host) }));
  return (server) => {
    const own = read.filter((each) => each.server === server).map(({ credentials }) => credentials);
    const headers = Object.fromEntries(own.flatMap((each) => Object.entries(each.headers ?? {})));
    return {
      authentication: own.findLast(({ authentication }) => authentication !== undefined)?.authentication,
      orgId: own.findLast(({ orgId }) => orgId !== undefined)?.orgId,
      headers,
    };
  };
}

function readOne(kind: keyof SignInOptions, place: string, host: Pick<Host, 'env' | 'cwd'>): Credentials {
  switch (kind) {
    case 'bearer':
      return { authentication: { kind: 'bearer', token: sendable(readSecret(place, '--bearer', host), '--bearer') } };
    case 'basic':
      return { authentication: basic(readSecret(place, '--basic', host)) };
    case 'header': {
      const [, name = '', from = ''] = /^([\w-]+):(.*)$/s.exec(place) ?? [];
      if (name === '') {
        throw new Failure('--header needs the name of a header and where its value is', {
          next: 'write --header X-Api-Key:env:NAME',
        });
      }
      return { headers: { [name]: sendable(readSecret(from, `--header ${name}:`, host), '--header') } };
    }
    case 'orgId':
      return { orgId: sendable(place, '--org-id') };
  }
}

/** The part behind the server that an option is for. */
function addressed(
  text: string,
  option: string,
  servers: readonly string[],
): { readonly server: string; readonly rest: string } {
  const server = servers.find((name) => name !== '' && text.startsWith(`${name}=`));
  if (server !== undefined) return { server, rest: text.slice(server.length + 1) };
  const [only = '', ...others] = servers;
  if (others.length === 0) return { server: only, rest: text };
  throw new Failure(`${option} must say for which server it is: there are ${servers.filter(Boolean).join(', ')}`, {
    next: `write ${option} ${servers.find(Boolean) ?? ''}=…`,
  });
}

function basic(secret: string): Authentication {
  const colon = secret.indexOf(':');
  if (colon > 0) return { kind: 'basic', user: secret.slice(0, colon), password: secret.slice(colon + 1) };
  throw new Failure('what --basic names is not a user and password', { next: 'write them as user:password there' });
}

function sendable(value: string, option: string): string {
  if (/^[\t\u0020-\u007e\u0080-\u00ff]+$/.test(value)) return value;
  throw new Failure(`what ${option} names has characters that no header can carry`, {
    next: 'see that it is one line, without control characters',
  });
}

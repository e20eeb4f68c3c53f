import { Failure } from '../../core/model/failure.js';

/** A server as `--prometheus` names it. */
export interface ServerAddress {
  /** A role, or the uid or name of a datasource; undefined where only an address is given. */
  readonly name: string | undefined;
  readonly url: string;
}

/** An address, after a name and `=` or not; the names of datasources may have spaces in them. */
const named = /^(?:(?!https?:\/\/)([^=]+)=)?(.*)$/is;

/**
 * Reads `ROLE=http://host:9090`, or an address alone.
 *
 * @throws Failure where it is none, or has a user, a password or a query in it, which are not repeated
 */
export function readServerAddress(text: string, option: string): ServerAddress {
  const isGrafana = option === '--grafana';
  const [, name, written = ''] = isGrafana ? [text, undefined, text] : (named.exec(text) ?? []);
  if (!/^https?:\/\//i.test(written) || !URL.canParse(written)) {
    throw new Failure(`${option} needs an address${name === undefined ? '' : ` for ${name}`}`, {
      next: `write ${option} ${isGrafana ? 'http://127.0.0.1:3000' : `${name ?? 'LOCAL'}=http://127.0.0.1:9090`}`,
    });
  }
  const url = new URL(written);
  if (url.username !== '' || url.password !== '') {
    throw new Failure(
      `the address of ${name ?? option} has a user or a password in it: everybody on this machine can read it`,
      {
        next: `write ${url.protocol}//${url.host}, and --basic env:NAME for the user and password`,
      },
    );
  }
  if (url.search !== '' || url.hash !== '') {
    throw new Failure(
      `the address of ${name ?? option} has ${url.search === '' ? 'a fragment' : 'a query'} in it, which is never sent`,
      { next: `write ${url.origin}${url.pathname}; for a secret, --bearer, --basic or --header say where it is` },
    );
  }
  return { name, url: `${url.origin}${url.pathname.replace(/\/+$/, '')}` };
}

import { Failure } from '../../core/model/failure.js';

/** A server as `--prometheus` names it. */
export interface ServerAddress {
  /** A role, or the uid or name of a datasource; undefined where only an address is given. */
  readonly name: string | undefined;
  readonly url: string;
}

/**
 * Reads `ROLE=http://host:9090`, or an address alone.
 *
 * @throws Failure where it is none, or has a user and a password in it, which are not repeated
 */
export function readServerAddress(text: string, option: string): ServerAddress {
  const [, name, written = ''] = /^(?:([\w.-]+)=)?(.*)$/s.exec(text) ?? [];
  if (!/^https?:\/\//i.test(written) || !URL.canParse(written)) {
    throw new Failure(`${option} needs an address${name === undefined ? '' : ` for ${name}`}`, {
      next: `write ${option} ${name ?? (option === '--grafana' ? '' : 'LOCAL')}${option === '--grafana' ? '' : '='}http://127.0.0.1:9090`,
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
  return { name, url: `${url.origin}${url.pathname.replace(/\/+$/, '')}` };
}

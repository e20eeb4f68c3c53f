/** The options of every datasource. Its name and uid are the same, since variables match the name. */
interface DatasourceFacts {
  readonly kind: 'datasource';
  /** Name and uid in Grafana. */
  readonly uid: string;
  /** Where Grafana's server reaches it. */
  readonly url: string;
  readonly isDefault: boolean;
}

/** A Prometheus server as Grafana knows it. */
export interface PrometheusDatasource extends DatasourceFacts {
  /** Grafana's id of the plugin. */
  readonly type: 'prometheus';
  /** True where the server scrapes its own metrics, as the job `prometheus`. */
  readonly scrapesItself: boolean;
  /** It is provisioned, and need not run: where it does not answer, that is not a failure. */
  readonly isOptional?: true;
}

/** How strictly the connection to a PostgreSQL server is encrypted. */
export type SslMode = 'disable' | 'require' | 'verify-ca' | 'verify-full';

/** A PostgreSQL server as Grafana knows it. Its `url` is `host:port`. */
export interface PostgresDatasource extends DatasourceFacts {
  /** Grafana's id of the plugin. */
  readonly type: 'grafana-postgresql-datasource';
  readonly database: string;
  readonly user: string;
  /** The environment variable of Grafana's server that holds the password. */
  readonly passwordFrom: string;
  readonly sslMode: SslMode;
}

/** A server that Grafana asks. */
export type Datasource = PrometheusDatasource | PostgresDatasource;

const uidPattern = /^[A-Za-z0-9_-]{1,40}$/;
const environmentName = /^[A-Z][A-Z0-9_]*$/;

/**
 * Declares a Prometheus server.
 *
 * @param uid its name and uid in Grafana
 * @param options `url`: where Grafana's server reaches it; `isDefault`: at most one in a Grafana, default false;
 * `scrapesItself`: its own metrics, as the job `prometheus`, default false; `isOptional`: whether it need not run, for
 * `verify` and `doctor`, default false
 */
export function datasource(
  uid: string,
  options: {
    readonly url: string;
    readonly isDefault?: boolean;
    readonly scrapesItself?: boolean;
    readonly isOptional?: boolean;
  },
): PrometheusDatasource {
  assertUid(uid);
  return {
    kind: 'datasource',
    type: 'prometheus',
    uid,
    url: options.url,
    isDefault: options.isDefault ?? false,
    scrapesItself: options.scrapesItself ?? false,
    ...(options.isOptional === true ? { isOptional: true } : {}),
  };
}

/**
 * Declares a PostgreSQL server. Its password is never written anywhere: Grafana reads it from its environment.
 *
 * @param uid its name and uid in Grafana
 * @param options `url`: `host:port`; `passwordFrom`: the environment variable with the password; `sslMode`: default
 * `require`; `isDefault`: default false
 *
 * @example
 * export const postgres = postgresDatasource('postgres', {
 *   url: 'db:5432', database: 'shop', user: 'grafana_reader', passwordFrom: 'SHOP_POSTGRES_PASSWORD',
 * });
 */
export function postgresDatasource(
  uid: string,
  options: {
    readonly url: string;
    readonly database: string;
    readonly user: string;
    readonly passwordFrom: string;
    readonly sslMode?: SslMode;
    readonly isDefault?: boolean;
  },
): PostgresDatasource {
  assertUid(uid);
  // The value is not repeated: whoever wrote a password here must not read it in a log as well.
  if (!environmentName.test(options.passwordFrom)) {
    throw new RangeError(
      `passwordFrom of datasource "${uid}" is not the name of an environment variable: write its name, such as SHOP_POSTGRES_PASSWORD, never the password`,
    );
  }
  const { url, database, user, passwordFrom, sslMode = 'require', isDefault = false } = options;
  return {
    kind: 'datasource',
    type: 'grafana-postgresql-datasource',
    uid,
    url,
    isDefault,
    database,
    user,
    passwordFrom,
    sslMode,
  };
}

function assertUid(uid: string): void {
  if (uidPattern.test(uid)) return;
  throw new RangeError(
    `the datasource uid "${uid}" is not one that Grafana takes: use 1 to 40 letters, digits, - and _`,
  );
}

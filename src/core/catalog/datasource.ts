/** A Prometheus server as Grafana knows it. Its name and uid are the same, since variables match the name. */
export interface Datasource {
  readonly kind: 'datasource';
  /** Name and uid in Grafana. */
  readonly uid: string;
  /** Where Grafana's server reaches it. */
  readonly url: string;
  readonly isDefault: boolean;
}

const uidPattern = /^[A-Za-z0-9_-]{1,40}$/;

/**
 * Declares a Prometheus server.
 *
 * @param uid its name and uid in Grafana
 * @param options `url`: where Grafana's server reaches it; `isDefault`: at most one in a Grafana, default false
 */
export function datasource(uid: string, options: { readonly url: string; readonly isDefault?: boolean }): Datasource {
  if (!uidPattern.test(uid)) {
    throw new RangeError(
      `the datasource uid "${uid}" is not one that Grafana takes: use 1 to 40 letters, digits, - and _`,
    );
  }
  return { kind: 'datasource', uid, url: options.url, isDefault: options.isDefault ?? false };
}

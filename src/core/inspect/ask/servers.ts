import type { DatasourceUse } from '../../document/read-dashboard.js';
import { hasVariable } from '../../promql/grafana-variable.js';
import { interpolate } from '../interpolate/interpolate.js';
import type { Scope } from '../interpolate/scope.js';
import { QueryServer, type QueryDatasource } from './server.js';

/** The servers that are audited. */
export class QueryServers {
  readonly all: readonly QueryServer[];

  constructor(datasources: readonly QueryDatasource[]) {
    this.all = datasources.map((datasource) => new QueryServer(datasource));
  }

  /** The server that a reference leads to, or why there is none. */
  find(use: DatasourceUse, scope: Scope): QueryServer | { readonly reason: string } {
    const written = use.uid ?? '';
    const name = hasVariable(written) ? interpolate(written, scope).text : written;
    if (name === '' || name === 'default' || name === '-- Mixed --') {
      return this.#default() ?? { reason: 'no datasource is named, and none of the servers is the default' };
    }
    const reason = hasVariable(name)
      ? `the variable in the datasource "${name}" has no value`
      : `no server is given for the datasource "${name}"`;
    return this.named(name) ?? this.all.find(({ datasource }) => datasource.isOnly) ?? { reason };
  }

  /** The server that is called so, or that a role of this name is bound to. */
  named(name: string): QueryServer | undefined {
    return this.all.find(({ datasource }) => datasource.names.includes(name) || datasource.roles.includes(name));
  }

  #default(): QueryServer | undefined {
    const [only] = this.all;
    return this.all.find(({ datasource }) => datasource.isDefault) ?? (this.all.length === 1 ? only : undefined);
  }
}

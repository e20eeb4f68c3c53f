import { catalogLookup } from '../catalog/lookup.js';
import { rolesAsked } from '../promql/analyze/roles.js';
import type { AnyVector } from '../promql/expression.js';
import { print } from '../promql/print.js';
import type { ValidAsked } from '../query/query.js';
import { linkOut, type DashboardLink } from './dashboard.js';

/**
 * A link at the top of a dashboard to Grafana's Explore, which asks an expression over the time range that the viewer
 * sees, with the values that the dashboard's variables have.
 *
 * @example
 * linkToExplore('Explore (req/s)', sum(rate(requests({ route })), { by: ['route'] }))
 */
export function linkToExplore<E extends AnyVector>(title: string, expression: E & ValidAsked<E>): DashboardLink {
  const [role = ''] = rolesAsked(expression.node, catalogLookup([]));
  const datasource = `\${DS_${role}}`;
  const panes = {
    requests: {
      datasource,
      queries: [{ refId: 'A', datasource: { type: 'prometheus', uid: datasource }, expr: print(expression.node) }],
      range: { from: '${__from}', to: '${__to}' },
    },
  };
  return linkOut(title, `/explore?schemaVersion=1&panes=${encoded(JSON.stringify(panes))}`, { newTab: false });
}

/**
 * Grafana fills in `${…}` only where the braces are not percent-encoded, and then takes the values as they are: so each
 * hole says how it is encoded.
 */
function encoded(text: string): string {
  return (
    encodeURIComponent(text)
      .replaceAll(/%24%7B(\w+)%7D/g, '$${$1}')
      // Explore has windows of its own: `$__rate_interval` is for it to fill in.
      .replaceAll(/%24(?!__)(\w+)/g, '$${$1:percentencode}')
  );
}

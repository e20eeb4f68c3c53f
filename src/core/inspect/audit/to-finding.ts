import type { Finding } from '../../model/finding.js';
import type { AuditedQuery, QueryReport } from './audited.js';

/** A query that returned nothing, or an error, as a finding; undefined for the others. */
export function auditFinding({ query, status, asked, server, message, cause }: QueryReport): Finding | undefined {
  if (status !== 'empty' && status !== 'error') return undefined;
  const { dashboard, panel, position } = query;
  const what =
    status === 'error' ? `the server refuses it: ${message ?? ''}` : (cause?.sentence ?? 'it returns nothing');
  return {
    id: `audit/${status === 'error' ? 'error' : (cause?.kind ?? 'empty')}`,
    severity: 'error',
    message: what,
    subject: `${describeQuery(query)}${server === undefined ? '' : `, on ${server}`}`,
    ...(position === undefined ? {} : { position }),
    ...(dashboard === undefined ? {} : { dashboard }),
    ...(panel === undefined ? {} : { panel }),
    ...(asked === undefined ? {} : { excerpt: { text: asked, from: 0, to: asked.length } }),
    ...(cause === undefined ? {} : { fix: cause.next }),
  };
}

/** A query in words: `dashboard "Web", panel "Requests", query A`. */
export function describeQuery({ owner, dashboard, panel, name, source }: AuditedQuery): string {
  const around = dashboard === undefined ? [source] : [`dashboard ${JSON.stringify(dashboard.title)}`];
  const inside = panel === undefined ? [] : [`panel ${JSON.stringify(panel.title)}`];
  const words = { panel: 'query', variable: 'variable', annotation: 'annotation', alert: 'alert', record: 'rule' };
  return [...around, ...inside, `${words[owner]} ${name}`].join(', ');
}

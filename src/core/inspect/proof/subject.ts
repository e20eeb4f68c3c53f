import type { ReadDashboard, ReadPanel, ReadQuery } from '../../document/read-dashboard.js';
import type { AuditedQuery } from '../audit/audited.js';
import type { AuditSource } from '../audit/settings.js';

/** A dashboard to prove. */
export interface ProofSubject {
  readonly source: AuditSource;
  readonly dashboard: ReadDashboard;
  /** The keys of panels, `row/panel`, by their ids; a panel without one is called by its title. */
  readonly keys: ReadonlyMap<number, string>;
}

/** The query of a dashboard that was asked, and the panel around it. */
export interface Found {
  readonly panel: ReadPanel | undefined;
  readonly query: ReadQuery | undefined;
}

/** Finds what an audit asked. */
export function findQuery({ dashboard }: ProofSubject, { owner, panel, name }: AuditedQuery): Found {
  if (panel === undefined) {
    const owners = owner === 'variable' ? dashboard.variables : dashboard.annotations;
    return { panel: undefined, query: owners.find((each) => each.name === name)?.queries[0] };
  }
  const candidates = dashboard.panels.filter(({ id, title }) => id === panel.id && title === panel.title);
  for (const candidate of candidates) {
    const query = candidate.queries.find(({ refId }) => (refId ?? '') === name);
    if (query !== undefined) return { panel: candidate, query };
  }
  return { panel: candidates[0], query: undefined };
}

/** Where a query stands, as expectations name it: `row/panel:A`, `$variable`, the name of an annotation. */
export function placeOf(subject: ProofSubject, { owner, panel, name }: AuditedQuery): string {
  if (panel === undefined) return owner === 'variable' ? `$${name}` : name;
  return `${panelPlace(subject, panel)}:${name}`;
}

/** Where a panel stands, as expectations name it. */
export function panelPlace(
  { keys }: ProofSubject,
  { id, title }: { readonly id?: number | undefined; readonly title: string },
): string {
  return (id === undefined ? undefined : keys.get(id)) ?? title;
}

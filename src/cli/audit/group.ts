import type { QueryReport } from '../../core/inspect/audit/audited.js';

/** The queries of a dashboard or rule file, part by part. */
export interface AuditedGroup {
  readonly title: string;
  readonly uid: string | undefined;
  readonly source: string;
  readonly parts: readonly AuditedPart[];
  readonly queries: readonly QueryReport[];
}

/** A panel, or one of the variables, annotations or rules. */
export interface AuditedPart {
  readonly title: string;
  /** The id of a panel. */
  readonly id: number | undefined;
  readonly queries: readonly QueryReport[];
}

/** Puts together what belongs together, in the order it was asked. */
export function groupReports(reports: readonly QueryReport[]): readonly AuditedGroup[] {
  return by(
    reports,
    ({ query: { source, dashboard } }) => `${source}\0${dashboard?.uid ?? dashboard?.title ?? ''}`,
  ).map((queries) => {
    const [first] = queries;
    const dashboard = first?.query.dashboard;
    return {
      title: dashboard?.title ?? first?.query.source ?? '',
      uid: dashboard?.uid,
      source: first?.query.source ?? '',
      parts: partsOf(queries),
      queries,
    };
  });
}

function partsOf(reports: readonly QueryReport[]): readonly AuditedPart[] {
  const key = ({ query: { panel, owner, name } }: QueryReport): string =>
    panel === undefined ? `${owner}\0${name}` : `panel\0${panel.id ?? ''}\0${panel.title}`;
  return by(reports, key).map((queries) => {
    const first = queries[0]?.query;
    const title = first?.panel?.title ?? `${first?.owner === 'record' ? 'rule' : first?.owner} ${first?.name}`;
    return { title, id: first?.panel?.id, queries };
  });
}

function by(
  reports: readonly QueryReport[],
  key: (report: QueryReport) => string,
): readonly (readonly QueryReport[])[] {
  const groups = new Map<string, QueryReport[]>();
  for (const report of reports) {
    const group = groups.get(key(report));
    if (group === undefined) groups.set(key(report), [report]);
    else group.push(report);
  }
  return [...groups.values()];
}

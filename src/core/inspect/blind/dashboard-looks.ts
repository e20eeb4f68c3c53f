import { auditDashboard } from '../audit/audit-dashboard.js';
import type { QueryReport } from '../audit/audited.js';
import { answersOf } from '../proof/look-at.js';
import type { ProofWorld } from '../proof/prove-dashboard.js';
import { findQuery, panelPlace, type ProofSubject } from '../proof/subject.js';
import { atAGlance } from './at-a-glance.js';
import { lookAtPanel, type PanelLook } from './look.js';

/**
 * The panels of a dashboard as they look when somebody opens it. Of those that ask no Prometheus, or one that is not there,
 * nobody knows.
 */
export async function dashboardLooks(whole: ProofSubject, world: ProofWorld): Promise<readonly PanelLook[]> {
  const { servers, now, log } = world;
  const subject = atAGlance(whole);
  const { dashboard, source } = subject;
  const { queries } = await auditDashboard(dashboard, source, { servers, now, withoutCauses: true });
  return dashboard.panels.flatMap((panel) => {
    const own = queries.filter((report) => isOf(report, panel));
    if (own.length === 0 || own.some(({ status }) => status === 'not asked')) return [];
    const answers = own.flatMap((report) => {
      const { query } = findQuery(subject, report.query);
      if (query === undefined) return [];
      return [{ refId: query.refId ?? '', legend: query.legend, series: answersOf(report, query, log).at(-1) ?? [] }];
    });
    return [lookAtPanel(panel, panelPlace(subject, panel), answers, now)];
  });
}

function isOf(
  { query }: QueryReport,
  { id, title }: { readonly id: number | undefined; readonly title: string },
): boolean {
  return query.owner === 'panel' && query.panel?.id === id && query.panel?.title === title;
}

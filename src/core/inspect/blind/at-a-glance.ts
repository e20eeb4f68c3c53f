import type { ReadPanel, ReadQuery } from '../../document/read-dashboard.js';
import { panelTypeOf } from '../../model/panel-types.js';
import type { ProofSubject } from '../proof/subject.js';

/**
 * A dashboard that is asked only for what a glance sees: of a graph, where its lines end. Panels of one value are asked as
 * they are, since they may show one that is long over.
 */
export function atAGlance(subject: ProofSubject): ProofSubject {
  const { dashboard } = subject;
  const panels = dashboard.panels.map((panel) =>
    showsValue(panel) ? panel : { ...panel, queries: panel.queries.map(atItsEnd) },
  );
  return { ...subject, dashboard: { ...dashboard, panels } };
}

function showsValue({ type }: ReadPanel): boolean {
  const { shows = 'value' } = panelTypeOf(type) ?? {};
  return shows === 'value' || shows === 'share';
}

/** The properties are handed on one by one: some are worked out when first asked for. */
function atItsEnd(query: ReadQuery): ReadQuery {
  return Object.create(query, {
    instant: { value: true, enumerable: true },
    range: { value: false, enumerable: true },
  }) as ReadQuery;
}

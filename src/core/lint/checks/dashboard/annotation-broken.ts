import type { DashboardCheck, Problem } from '../../check.js';
import type { ReadAnnotation } from '../../../document/read-dashboard.js';

/** An annotation that cannot show anything. */
export const annotationBroken: DashboardCheck = {
  id: 'dashboard/annotation-broken',
  severity: 'error',
  summary: 'An annotation without a name or a query, or that nobody can switch on',
  looksAt: 'dashboard',
  *check({ annotations }) {
    for (const annotation of annotations) if (!annotation.builtIn) yield* problemsOf(annotation);
  },
};

function* problemsOf({ name, datasource, queries, json, path }: ReadAnnotation): Generator<Problem> {
  const called = name === '' ? 'an annotation' : `the annotation "${name}"`;
  if (name === '') {
    yield {
      message: 'an annotation has no name: viewers cannot tell what it marks',
      path,
      severity: 'warning',
      fix: 'name it',
    };
  }
  if (json['enable'] === false && json['hide'] === true) {
    const message = `${called} is switched off, and its switch is hidden: nobody can see it`;
    yield { message, path, severity: 'warning', fix: 'show the switch ("hide": false), or remove the annotation' };
  }
  if (datasource.type === 'prometheus' && queries.length === 0) {
    yield { message: `${called} has no query`, path, fix: 'write its query in "expr", or remove the annotation' };
  }
}

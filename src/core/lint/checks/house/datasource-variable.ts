import type { DashboardCheck } from '../../check.js';
import { asksPrometheus } from '../../judge/house-variable.js';
import { checkOptions } from '../../options/check-options.js';
import { texts } from '../../options/option.js';
import { textOf } from '../../../document/read/values.js';

const options = checkOptions('house/datasource-variable', {
  names: texts(
    ['datasource'],
    'what it may be called; `<type>_datasource`, such as `prometheus_datasource`, always is',
  ),
  labels: texts(['Data source'], 'what viewers may read beside it; `<Type> data source` always is'),
});

/** A dashboard without a variable by which viewers choose the datasource, or with one under another name. */
export const datasourceVariable: DashboardCheck = {
  id: 'house/datasource-variable',
  severity: 'warning',
  summary: 'A dashboard without a datasource variable as the house asks for it',
  looksAt: 'dashboard',
  isOff: true,
  options,
  *check(dashboard, context) {
    if (!asksPrometheus(dashboard)) return;
    const { names, labels } = options.of(context);
    const chosen = dashboard.variables.filter(({ type }) => type === 'datasource');
    if (chosen.length === 0) {
      yield {
        message: `the dashboard has no variable "${names[0] ?? 'prometheus_datasource'}" by which viewers choose the datasource`,
        path: dashboard.path,
        fix: 'add a variable of the type datasource, and let every panel ask it',
      };
    }
    for (const { name, query = '', json, path } of chosen) {
      const type = query.toLowerCase();
      const label = textOf(json['label']) ?? '';
      const allowed = [...names, `${type}_datasource`];
      const readable = [...labels, `${type.charAt(0).toUpperCase()}${type.slice(1)} data source`];
      if (!allowed.includes(name)) {
        const message = `the datasource variable is called "${name}": the house calls it ${listed(allowed)}`;
        yield { message, path, fix: 'rename it, and what uses it' };
      }
      if (!readable.includes(label)) {
        const message = `the datasource variable "${name}" is labelled "${label}": the house labels it ${listed(readable)}`;
        const [first = ''] = readable;
        yield {
          message,
          path,
          fix: `set "label": "${first}"`,
          ...(dashboard.form === 'classic' ? { change: { path: [...path, 'label'], value: first } } : {}),
        };
      }
    }
  },
};

function listed(words: readonly string[]): string {
  return words.map((word) => `"${word}"`).join(' or ');
}

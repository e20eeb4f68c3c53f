import { variableName } from '../../../promql/grafana-variable.js';
import type { DashboardCheck } from '../../check.js';
import { datasourceUses, isOwnDatasource } from '../../../document/find/datasource-uses.js';
import { checkOptions } from '../../options/check-options.js';
import { texts } from '../../options/option.js';

const options = checkOptions('house/panel-datasource', {
  except: texts([], 'uids of datasources that panels may name all the same'),
});

/** A panel that names a datasource, where viewers are to choose it. */
export const panelDatasource: DashboardCheck = {
  id: 'house/panel-datasource',
  severity: 'warning',
  summary: 'A panel that asks another datasource than the one that viewers choose',
  looksAt: 'dashboard',
  isOff: true,
  options,
  *check(dashboard, context) {
    const { except } = options.of(context);
    const chosen = new Set(dashboard.variables.filter(({ type }) => type === 'datasource').map(({ name }) => name));
    for (const { use, owner, panel } of datasourceUses(dashboard)) {
      const { uid = '' } = use;
      if (panel === undefined || panel.queries.length === 0 || isOwnDatasource(use) || except.includes(uid)) continue;
      if (chosen.has(variableName(uid) ?? '')) continue;
      yield {
        message: `${owner} asks ${uid === '' ? 'the default datasource' : `the datasource "${uid}"`}, whichever one viewers choose`,
        path: use.path,
        fix: `let it ask a datasource variable: "uid": "\${${[...chosen][0] ?? 'datasource'}}"`,
      };
    }
  },
};

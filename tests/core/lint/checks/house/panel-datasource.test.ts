import { describe } from 'vitest';
import { panelDatasource } from '../../../../../src/core/lint/checks/house/panel-datasource.js';
import { contextOf } from '../contexts.js';
import { itFinds, itSurvives } from '../group-cases.js';

describe('house/panel-datasource', () => {
  const chosen = { type: 'prometheus', uid: '${datasource}' };
  const variable = { 'templating/list/1': { name: 'datasource', type: 'datasource', query: 'prometheus' } };
  const asked = { 'panels/1/datasource': chosen, 'panels/1/targets/0/datasource': chosen };
  const found = (n: number, title: string) =>
    `house/panel-datasource panels.${n}.datasource: the panel "${title}" asks the datasource "prom", whichever one viewers choose`;
  itFinds(
    [panelDatasource],
    [
      ['a named datasource', { ...variable, ...asked }, [found(2, 'Up')]],
      [
        'a variable that is none of datasources',
        asked,
        [found(2, 'Up')].toSpliced(0, 0, found(1, 'Requests by route').replace('prom', '${datasource}')),
      ],
      ['what the options say', {}, [], contextOf({ options: { 'house/panel-datasource': { except: ['prom'] } } })],
    ],
  );
  itSurvives([panelDatasource], ['panels/1/datasource', 'panels/1/targets', 'templating/list']);
});

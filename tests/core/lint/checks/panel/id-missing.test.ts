import { describe, expect, it } from 'vitest';
import { idMissing } from '../../../../../src/core/lint/checks/panel/id-missing.js';
import { readClassicDashboard } from '../../../../../src/core/document/read/classic.js';
import { bareContext, cleanDashboard } from '../../lint-one.js';
import { itFinds, itSurvives } from './panel-findings.js';

const message = 'no id: Grafana counts them anew at every load, and links to a panel do not last';

describe('panel/id-missing', () => {
  itFinds([
    ['a panel', { 'panels/1/id': null }, [`panel/id-missing panels.1: the panel has ${message}`]],
    ['a row', { 'panels/0/id': null }, [`panel/id-missing panels.0: the row has ${message}`]],
    [
      'both',
      { 'panels/0/id': null, 'panels/1/id': null },
      [`panel/id-missing panels.0: the row and 1 more has ${message}`],
    ],
    [
      'a text',
      { 'panels/1/id': '7' },
      ['panel/id-missing panels.1.id: the id of this panel is the text "7", not a number'],
    ],
    ['a row of before Grafana 5, which has none', { rows: [{ title: 'Old', panels: [] }] }],
  ]);
  itSurvives('panels', 'panels/0', 'panels/1/id');

  it('gives each an id of its own', () => {
    const json = cleanDashboard();
    for (const panel of json['panels'] as { id?: number }[]) delete panel.id;
    const [problem] = idMissing.check(readClassicDashboard(json, []), bareContext);
    expect(problem?.changes).toEqual([1, 2, 3].map((id) => ({ path: ['panels', id - 1, 'id'], value: id })));
  });
});

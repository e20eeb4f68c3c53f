import { describe, expect, it } from 'vitest';
import { refidMissing } from '../../../../../src/core/lint/checks/panel/refid-missing.js';
import { readClassicDashboard } from '../../../../../src/core/document/read/classic.js';
import { bareContext } from '../../lint-one.js';
import { itFinds, itSurvives } from './panel-findings.js';

const message = 'the target has no ref id, by which overrides, expressions and alerts name it';

describe('panel/refid-missing', () => {
  itFinds([
    ['missing', { 'panels/1/targets/0/refId': null }, [`panel/refid-missing panels.1.targets.0: ${message}`]],
    ['empty', { 'panels/1/targets/0/refId': '' }, [`panel/refid-missing panels.1.targets.0: ${message}`]],
  ]);
  itSurvives('panels/1/targets', 'panels/1/targets/0', 'panels/1/targets/0/refId');

  it('gives each target a letter that is free', () => {
    const targets = [{ expr: 'a' }, { expr: 'b', refId: 'A' }, { expr: 'c' }];
    const dashboard = readClassicDashboard({ panels: [{ type: 'stat', targets }] }, []);
    const [panel] = dashboard.panels;
    const found = panel === undefined ? [] : [...refidMissing.check(panel, dashboard, bareContext)];
    expect(found.map(({ change }) => change)).toEqual([
      { path: ['panels', 0, 'targets', 0, 'refId'], value: 'B' },
      { path: ['panels', 0, 'targets', 2, 'refId'], value: 'C' },
    ]);
  });
});

import type { PanelCheck } from '../../check.js';
import { speaksForItself } from '../../judge/panel-kinds.js';
import { panelTargets } from '../../../document/find/panel-targets.js';

/** Finds panels that ask nothing, because every target is hidden. */
export const hiddenTargetsOnly: PanelCheck = {
  id: 'panel/hidden-targets-only',
  severity: 'warning',
  summary: 'Every target of a panel is hidden.',
  looksAt: 'panel',
  *check(panel, dashboard) {
    const targets = panelTargets(panel, dashboard);
    if (speaksForItself(panel) || targets.length === 0 || targets.some(({ hidden }) => !hidden)) return;
    yield {
      message:
        targets.length === 1
          ? 'the only target of the panel is hidden, so that it is empty'
          : `all ${targets.length} targets of the panel are hidden, so that it is empty`,
      path: panel.places.targets,
      fix: 'show a target or remove the panel',
    };
  },
};

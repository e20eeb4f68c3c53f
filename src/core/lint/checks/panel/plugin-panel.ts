import type { PanelCheck } from '../../check.js';
import { panelTypeOf } from '../../../model/panel-types.js';
import { isLibraryPanel } from '../../judge/panel-kinds.js';

/** Finds panels that a bare Grafana cannot show. */
export const pluginPanel: PanelCheck = {
  id: 'panel/plugin-panel',
  severity: 'note',
  summary: 'A panel has a type that does not come with Grafana.',
  looksAt: 'panel',
  *check(panel, { form }) {
    const { type } = panel;
    if (panelTypeOf(type) !== undefined || isLibraryPanel(panel)) return;
    const path = form !== 'v2' && type !== '' ? [...panel.path, 'type'] : panel.path;
    if (type === '') {
      yield {
        message: 'the panel has no type, so that Grafana cannot show it',
        path,
        fix: 'write a type, such as "timeseries"',
        severity: 'warning',
      };
    } else {
      yield {
        message: `the panel type "${type}" does not come with Grafana 12: without its plugin, the panel shows an error`,
        path,
        fix: `install the plugin "${type}" wherever the dashboard is loaded, or use a type of Grafana's own`,
      };
    }
  },
};

import type { PanelCheck } from '../../check.js';
import { isLibraryPanel, speaksForItself } from '../../judge/panel-kinds.js';
import { textOf } from '../../../document/read/values.js';
import { checkOptions } from '../../options/check-options.js';
import { texts } from '../../options/option.js';

const options = checkOptions('panel/no-title', {
  except: texts([], 'types of panels that need none'),
});

/** The titles that Grafana gives new panels. */
const given = new Set(['panel title', 'new panel']);

/** Finds panels without a title, or with the one that Grafana gave them. */
export const noTitle: PanelCheck = {
  id: 'panel/no-title',
  severity: 'warning',
  summary: 'A panel has no title.',
  options,
  looksAt: 'panel',
  *check(panel, _dashboard, context) {
    const { title, json, fieldDefaults, path, places } = panel;
    if (speaksForItself(panel) || isLibraryPanel(panel) || options.of(context).except.includes(panel.type)) return;
    const fix = 'say in the title what the panel shows';
    if (given.has(title.trim().toLowerCase())) {
      yield {
        message: `the title is still "${title.trim()}", which Grafana gives every new panel`,
        path: places.title,
        fix,
      };
    } else if (title.trim() === '' && (textOf(fieldDefaults['displayName']) ?? '') === '') {
      yield { message: 'the panel has no title', path: json['title'] === undefined ? path : places.title, fix };
    }
  },
};

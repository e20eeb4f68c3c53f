import type { PanelCheck } from '../../check.js';
import { isLibraryPanel, speaksForItself } from '../../facts/panel-kinds.js';

/** Finds panels that do not say what they show. */
export const noDescription: PanelCheck = {
  id: 'panel/no-description',
  severity: 'note',
  summary: 'A panel has no description.',
  looksAt: 'panel',
  *check(panel) {
    if (speaksForItself(panel) || isLibraryPanel(panel)) return;
    if ((panel.description ?? '').trim() !== '') return;
    yield {
      message: 'the panel has no description',
      fix: 'write what the numbers mean, and what a reader does when they are bad',
    };
  },
};

import type { PanelCheck } from '../../check.js';
import { isLibraryPanel, speaksForItself } from '../../judge/panel-kinds.js';
import { checkOptions } from '../../options/check-options.js';
import { texts, wholeNumber } from '../../options/option.js';

const options = checkOptions('panel/no-description', {
  except: texts([], 'types of panels that need none'),
  characters: wholeNumber(1, 'how long a description is at least', 1),
});

/** Finds panels that do not say what they show. */
export const noDescription: PanelCheck = {
  id: 'panel/no-description',
  severity: 'note',
  summary: 'A panel has no description.',
  options,
  looksAt: 'panel',
  *check(panel, _dashboard, context) {
    const { except, characters } = options.of(context);
    if (speaksForItself(panel) || isLibraryPanel(panel)) return;
    const description = (panel.description ?? '').trim();
    if (description.length >= characters || except.includes(panel.type)) return;
    yield {
      message:
        description === ''
          ? 'the panel has no description'
          : `the description "${description}" has fewer than ${characters} characters`,
      fix: 'write what the numbers mean, and what a reader does when they are bad',
    };
  },
};

import type { PanelCheck, Problem } from '../../check.js';
import { byKey } from '../../../document/find/by-key.js';
import { shownUnit } from '../../judge/grafana-units.js';
import { showsNumbers } from '../../judge/panel-kinds.js';
import { panelUnit, type PanelUnit } from '../../judge/panel-unit.js';
import { queryName } from '../../../document/find/query-name.js';
import { queryUnit, type QueryUnit } from '../../judge/query-unit.js';
import { titleClash } from '../../judge/title-clash.js';
import { unitClash } from '../../judge/unit-clash.js';
import type { ReadPanel, ReadQuery } from '../../../document/read-dashboard.js';

/** Finds units that are not those of the numbers, so that what is shown is wrong. */
export const unitContradiction: PanelCheck = {
  id: 'panel/unit-contradiction',
  severity: 'error',
  summary: 'The unit of a panel, or the one in its title, is not that of its query.',
  looksAt: 'panel',
  *check(panel, _dashboard, { catalog }) {
    if (!showsNumbers(panel)) return;
    const found = panel.queries.flatMap((query) => {
      const unit = query.node === undefined || query.hidden ? undefined : queryUnit(query.node, catalog);
      if (unit === undefined) return [];
      const shown = panelUnit(panel, query);
      const contradiction = (shown && ofUnit(shown, unit)) ?? ofTitle(panel, shown, unit);
      return contradiction === undefined ? [] : [{ ...contradiction, query }];
    });
    // One finding for all queries that one unit is wrong for.
    for (const [first, ...others] of byKey(found, ({ said, is }) => `${said}\0${is}`)) {
      const { said, is, query, ...problem } = first;
      const asked = others.length === 0 ? queryName(query) : namesOf([query, ...others.map((other) => other.query)]);
      yield { ...problem, message: `${said}, and the numbers of ${asked} are ${is}` };
    }
  },
};

/** A contradiction, in two halves of a sentence, between which the queries are named. */
interface Contradiction extends Omit<Problem, 'message'> {
  readonly said: string;
  readonly is: string;
}

function namesOf(queries: readonly ReadQuery[]): string {
  const names = queries.map(({ refId = '' }) => refId.trim()).filter((name) => name !== '');
  return names.length < queries.length ? `${queries.length} queries` : `queries ${names.join(', ')}`;
}

function ofUnit(panel: PanelUnit, unit: QueryUnit): Contradiction | undefined {
  const shown = shownUnit(panel.id);
  const clash = shown === undefined ? undefined : unitClash(unit, shown);
  if (clash === undefined) return undefined;
  return {
    said: `the unit "${panel.id}" shows ${clash.shown}`,
    is: clash.is,
    path: panel.path,
    fix: clash.fix,
    severity: clash.certain && unit.known === 'declared' ? 'error' : 'warning',
  };
}

/** A title such as "Requests / min" over a rate, which is per second, or "(ms)" over seconds that have no unit. */
function ofTitle(panel: ReadPanel, written: PanelUnit | undefined, unit: QueryUnit): Contradiction | undefined {
  const clash = titleClash(panel.title, written?.id, unit);
  return clash === undefined
    ? undefined
    : {
        said: `the title says "${clash.word}"`,
        is: clash.is,
        path: panel.places.title,
        fix: clash.fix,
        severity: 'warning',
      };
}

import type { PanelCheck, Problem } from '../../check.js';
import { shownUnit } from '../../facts/grafana-units.js';
import { showsNumbers } from '../../facts/panel-kinds.js';
import { panelUnit, type PanelUnit } from '../../facts/panel-unit.js';
import { queryName } from '../../facts/query-name.js';
import { queryUnit, type QueryUnit } from '../../facts/query-unit.js';
import { titleUnit } from '../../facts/title-unit.js';
import { unitClash } from '../../facts/unit-clash.js';
import type { LintedPanel } from '../../subject.js';

/** Finds units that are not those of the numbers, so that what is shown is wrong. */
export const unitContradiction: PanelCheck = {
  id: 'panel/unit-contradiction',
  severity: 'error',
  summary: 'The unit of a panel, or the one in its title, is not that of its query.',
  looksAt: 'panel',
  *check(panel, _dashboard, { catalog }) {
    if (!showsNumbers(panel)) return;
    const said = new Set<string>();
    for (const query of panel.queries) {
      const unit = query.node === undefined || query.hidden ? undefined : queryUnit(query.node, catalog);
      if (unit === undefined) continue;
      const shown = panelUnit(panel, query);
      const asked = queryName(query);
      const problem = (shown && ofUnit(shown, asked, unit)) ?? ofTitle(panel, shown, asked, unit);
      if (problem === undefined || said.has(problem.message)) continue;
      said.add(problem.message);
      yield problem;
    }
  },
};

function ofUnit(panel: PanelUnit, asked: string, unit: QueryUnit): Problem | undefined {
  const shown = shownUnit(panel.id);
  const clash = shown === undefined ? undefined : unitClash(unit, shown);
  if (clash === undefined) return undefined;
  return {
    message: `the unit "${panel.id}" shows ${clash.shown}, and the numbers of ${asked} are ${clash.is}`,
    path: panel.path,
    fix: clash.fix,
    severity: clash.certain && unit.known === 'declared' ? 'error' : 'warning',
  };
}

/** A title such as "Requests / min" over a rate, which is per second, or "(ms)" over seconds that have no unit. */
function ofTitle(
  panel: LintedPanel,
  written: PanelUnit | undefined,
  asked: string,
  unit: QueryUnit,
): Problem | undefined {
  const said = titleUnit(panel.title);
  const shown = said === undefined ? undefined : shownUnit(said.id);
  if (said === undefined || shown === undefined) return undefined;
  const problem = (is: string, fix: string): Problem => ({
    message: `the title says "${said.word}", and the numbers of ${asked} are ${is}`,
    path: panel.places.title,
    fix,
    severity: 'warning',
  });
  if (shown.per === 'minute') {
    return unit.per === 'second'
      ? problem('per second', 'multiply by 60, or say "per second" in the title')
      : undefined;
  }
  const isBare = written !== undefined && shownUnit(written.id) === undefined;
  const clash = isBare ? unitClash(unit, shown) : undefined;
  return clash?.isScale === true ? problem(clash.is, clash.fix) : undefined;
}

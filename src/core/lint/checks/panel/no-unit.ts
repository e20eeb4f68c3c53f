import { grafanaUnit, type Unit } from '../../../model/unit.js';
import type { PanelCheck } from '../../check.js';
import { showsNumbers } from '../../judge/panel-kinds.js';
import { panelUnit } from '../../judge/panel-unit.js';
import { queryName } from '../../../document/find/query-name.js';
import { queryUnit, type QueryUnit } from '../../judge/query-unit.js';
import { titleClash } from '../../judge/title-clash.js';
import { titleUnit } from '../../judge/title-unit.js';
import { listOf, recordOf, textOf } from '../../../document/read/values.js';
import type { ReadPanel } from '../../../document/read-dashboard.js';
import { checkOptions } from '../../options/check-options.js';
import { texts } from '../../options/option.js';

const options = checkOptions('panel/no-unit', {
  except: texts([], 'types of panels that need none'),
});

/** Finds panels that show numbers without the unit that they have. */
export const noUnit: PanelCheck = {
  id: 'panel/no-unit',
  severity: 'warning',
  summary: 'A panel shows numbers that have a unit, and says none.',
  options,
  looksAt: 'panel',
  *check(panel, _dashboard, context) {
    const { catalog } = context;
    if (!showsNumbers(panel) || showsWords(panel) || options.of(context).except.includes(panel.type)) return;
    const asked = panel.queries.filter(({ hidden, node }) => !hidden && node !== undefined);
    const bare = asked.filter((query) => panelUnit(panel, query)?.id === '');
    const found = bare.flatMap((query) => {
      const unit = query.node === undefined ? undefined : queryUnit(query.node, catalog);
      return unit !== undefined && isWorthShowing(unit) ? [{ unit, query }] : [];
    });
    // Where the title says another unit, that is to be put right first: panel/unit-contradiction.
    if (found.some(({ unit }) => titleClash(panel.title, '', unit) !== undefined)) return;
    const [first] = found;
    if (first !== undefined) {
      const id = grafanaUnit(first.unit) ?? 'dateTimeAsIso';
      yield {
        message: `the panel has no unit, and the numbers of ${queryName(first.query)} are ${inWords(first.unit)}`,
        fix:
          first.unit.base === 'unixSeconds'
            ? 'multiply by 1000 and set the unit "dateTimeAsIso", or show time() minus it'
            : `set the unit "${id}"`,
        ...(isSure(first.unit) ? {} : { severity: 'note' }),
      };
      return;
    }
    const said = titleUnit(panel.title);
    if (bare.length === 0 || said === undefined) return;
    yield {
      message: `the panel has no unit, and its title says "${said.word}"`,
      fix: `set the unit "${said.id}"`,
      severity: 'note',
    };
  },
};

/** True where a unit says more than a bare number does. */
function isWorthShowing({ base, per, known }: QueryUnit): boolean {
  if (known === 'counted' && base === 'ratio') return false;
  return per !== undefined ? base !== 'seconds' : !['count', 'requests', 'events', 'bool'].includes(base);
}

/** True where the unit is told by the catalog, or by a name that ends in it. */
function isSure({ known, base }: QueryUnit): boolean {
  return known === 'declared' || (known === 'named' && base !== 'count' && base !== 'requests');
}

const words: Readonly<Record<Unit['base'], string>> = {
  seconds: 'seconds',
  milliseconds: 'milliseconds',
  minutes: 'minutes',
  unixSeconds: 'points in time, in seconds since 1970',
  unixMilliseconds: 'points in time, in milliseconds since 1970',
  bytes: 'bytes',
  ratio: 'shares, from 0 to 1',
  percent: 'percents',
  bool: 'yes or no',
  requests: 'requests',
  events: 'events',
  count: 'counts',
};

function inWords({ base, per }: Unit): string {
  return per === undefined ? words[base] : `${words[base]} per ${per}`;
}

/** Reducers whose result is a number of values, not a value. */
const counting = new Set(['count', 'changeCount', 'distinctCount', 'allIsZero', 'allIsNull']);

/** True where a panel shows names, or how many values there are, in place of the values. */
function showsWords({ options: shown }: ReadPanel): boolean {
  const reduce = recordOf(shown['reduceOptions']);
  const isCounting = listOf(reduce['calcs']).some((calc) => counting.has(textOf(calc) ?? ''));
  return isCounting || shown['textMode'] === 'name' || (textOf(reduce['fields']) ?? '') !== '';
}

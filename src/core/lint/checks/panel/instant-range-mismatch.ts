import { panelTypeOf, type PanelShows } from '../../../model/panel-types.js';
import type { PanelCheck, Problem } from '../../check.js';
import { byKey } from '../../../document/find/by-key.js';
import { listOf, recordOf, textOf } from '../../../document/read/values.js';
import type { ReadPanel, ReadQuery } from '../../../document/read-dashboard.js';

/** Finds queries that return points in time where one is shown, or one where a line is drawn. */
export const instantRangeMismatch: PanelCheck = {
  id: 'panel/instant-range-mismatch',
  severity: 'warning',
  summary: 'A query is instant where a panel draws lines, or a range where it shows one value.',
  looksAt: 'panel',
  *check(panel) {
    if (panel.transformations.length > 0 || panel.json['transform'] !== undefined) return; // they may reduce or reshape
    const mistake = mistakeOf(panel);
    if (mistake === undefined) return;
    const found = panel.queries.flatMap((query) => {
      const problem = query.hidden ? undefined : mistake(query, panel);
      return problem === undefined ? [] : [{ ...problem, path: query.path }];
    });
    // One finding for all queries with the same mistake: they are asked alike by habit.
    for (const [first, ...others] of byKey(found, ({ message }) => message)) {
      const more = others.length === 0 ? '' : ` (and so ${others.length === 1 ? 'is' : 'are'} ${others.length} more)`;
      yield { ...first, message: first.message.replace(/^the query is (?:instant|a range)/, (is) => `${is}${more}`) };
    }
  },
};

type Mistake = (query: ReadQuery, panel: ReadPanel) => Problem | undefined;

const drawn: Mistake = (query, { type, json }) =>
  isInstantOnly(query) && (textOf(recordOf(json['xaxis'])['mode']) ?? 'time') === 'time' // an old graph can be a histogram
    ? { message: `the query is instant, so that the ${type} has one point to draw`, fix: 'make it a range query' }
    : undefined;

const listed: Mistake = (query, { type }) =>
  isRangeOnly(query) && query.json['format'] === 'table'
    ? {
        message: `the query is a range, so that the ${type} has a line for every step in time`,
        fix: 'make it an instant query',
      }
    : undefined;

const reduced: Mistake = (query, { type, options }) => {
  const reduce = recordOf(options['reduceOptions']);
  if (!isRangeOnly(query)) return undefined;
  if (reduce['values'] === true) {
    return {
      message: `the query is a range, and the ${type} shows every value: one for each step in time`,
      fix: 'make it an instant query',
    };
  }
  const [calculation = 'lastNotNull'] = listOf(reduce['calcs']);
  const isSparkline = type === 'stat' && options['graphMode'] !== 'none';
  if (calculation !== 'lastNotNull' || isSparkline) return undefined;
  return {
    message: `the query is a range, and the ${type} shows its last value: that of a series which is gone stays until it leaves the time range`,
    fix: 'make it an instant query',
    severity: 'note',
  };
};

/** The mistake in a query, by what its panel shows. */
const mistakes: Readonly<Record<PanelShows, Mistake | undefined>> = {
  lines: drawn,
  history: drawn,
  value: reduced,
  share: reduced,
  rows: listed,
  figure: undefined,
  words: undefined,
};

/** The old types reduced in other ways, but for the old graph, which drew as lines are drawn now. */
function mistakeOf({ type }: ReadPanel): Mistake | undefined {
  const known = panelTypeOf(type);
  if (known === undefined || (known.becomes !== undefined && known.shows !== 'lines')) return undefined;
  return mistakes[known.shows];
}

function isInstantOnly({ instant, json }: ReadQuery): boolean {
  return instant && json['range'] !== true;
}

function isRangeOnly({ instant, range, json }: ReadQuery): boolean {
  return range && !instant && textOf(json['expr']) !== undefined;
}

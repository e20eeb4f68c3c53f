import type { ReadPanel } from '../../document/read-dashboard.js';
import { recordOf } from '../../document/read/values.js';
import { panelTypeOf, type PanelShows } from '../../model/panel-types.js';
import { isFresh } from '../proof/zero-problems.js';
import type { ReturnedSeries } from '../proof/returned.js';
import { reduced } from './reduce.js';
import { seriesField } from './series-field.js';
import { seriesName } from './series-name.js';
import { shownAs, type ThresholdUse } from './shown-as.js';

/** A panel as somebody sees it at a glance: not its numbers, but its words and colours, and what has data at all. */
export interface PanelLook {
  /** `row/panel`, by its keys. */
  readonly place: string;
  readonly id: number | undefined;
  readonly title: string;
  /** By the name of each series that is shown now: its word and colour. Empty where the panel has no data. */
  readonly seen: ReadonlyMap<string, string>;
}

/** The answers to one query of a panel. */
export interface PanelAnswer {
  readonly refId: string;
  readonly legend: string | undefined;
  readonly series: readonly ReturnedSeries[];
}

/** Looks at a panel, given what its queries returned, at a Unix time in seconds. */
export function lookAtPanel(panel: ReadPanel, place: string, answers: readonly PanelAnswer[], now: number): PanelLook {
  const { shows = 'value' } = panelTypeOf(panel.type) ?? {};
  const seen = new Map<string, string>();
  for (const { refId, legend, series } of answers) {
    for (const each of series) {
      const value = valueNow(panel, shows, each, now);
      if (value === undefined) continue;
      const name = seriesName(each.labels, legend);
      const { text, colour } = shownAs(seriesField(panel, name, refId), value, thresholdUse(panel, shows));
      seen.set(
        freeName(name, seen),
        [text === undefined ? '' : JSON.stringify(text), colour ?? ''].filter(Boolean).join(' in '),
      );
    }
  }
  return { place, id: panel.id, title: panel.title, seen };
}

/** Panels of one value show the last one that there was; a line that ended is over. */
function valueNow(panel: ReadPanel, shows: PanelShows, series: ReturnedSeries, now: number): number | undefined {
  if (shows === 'value' || shows === 'share') return reduced(panel, series);
  return isFresh(series, now) ? series.points.at(-1)?.[1] : undefined;
}

function thresholdUse({ type, options, fieldDefaults }: ReadPanel, shows: PanelShows): ThresholdUse {
  if (panelTypeOf(type)?.thresholdsStyle === true) {
    const { mode = 'off' } = recordOf(recordOf(fieldDefaults['custom'])['thresholdsStyle']);
    return mode === 'off' ? 'none' : 'drawn';
  }
  if (shows === 'rows') return cellType(fieldDefaults).startsWith('color') ? 'mode' : 'none';
  return (shows === 'value' || shows === 'history') && options['colorMode'] !== 'none' ? 'mode' : 'none';
}

function cellType(defaults: ReadPanel['fieldDefaults']): string {
  const { type } = recordOf(recordOf(defaults['custom'])['cellOptions']);
  return typeof type === 'string' ? type : '';
}

function freeName(name: string, taken: ReadonlyMap<string, string>): string {
  for (let count = 2, free = name; ; count += 1) {
    if (!taken.has(free)) return free;
    free = `${name} (${count})`;
  }
}

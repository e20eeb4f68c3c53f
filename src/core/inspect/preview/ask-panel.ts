import type { ReadPanel } from '../../document/read-dashboard.js';
import { isPrometheus } from '../../document/read/panel.js';
import { isRecord, listOf, numberOf, recordOf, textOf } from '../../document/read/values.js';
import { panelRange } from '../audit/panel-step.js';
import type { Scope } from '../interpolate/scope.js';
import type { TimeRange } from '../interpolate/time-range.js';
import type { JsonObject } from '../../model/json.js';
import { askPanelQuery, type PanelQuery } from './ask-panel-query.js';
import type { Shown } from './state.js';

/** One copy of a panel, as a viewer has it before him. */
export interface Copy {
  readonly shown: Shown;
  /** The variables in it. */
  readonly scope: Scope;
  /** The range of the dashboard. */
  readonly around: TimeRange;
  readonly width: number;
}

/** A panel that shows what another one asks can be followed so often: one that shows itself gets nothing. */
const deepest = 3;

/** Asks the queries of a panel, in their order; those that are hidden are not asked. */
export async function askPanel(panel: ReadPanel, copy: Copy, depth = deepest): Promise<readonly PanelQuery[]> {
  const range = panelRange(panel, copy.around, copy.shown.now);
  const asked = panel.queries
    .filter(({ hidden }) => !hidden)
    .map((query) => askPanelQuery(query, { ...copy, panel, range }));
  const others = othersOf(panel).map((json) => askOther(json, panel, copy, depth));
  return [...(await Promise.all(asked)), ...(await Promise.all(others)).flat()];
}

/** The targets of a panel that are no Prometheus queries. */
function othersOf({ json, queries }: ReadPanel): readonly JsonObject[] {
  const known = new Set(queries.map(({ refId }) => refId));
  return listOf(json['targets'])
    .filter(isRecord)
    .filter((target) => !known.has(textOf(target['refId'])) && target['hide'] !== true);
}

/** Asks what another panel asks, and says of everything else why it is not asked. */
async function askOther(json: JsonObject, panel: ReadPanel, copy: Copy, depth: number): Promise<readonly PanelQuery[]> {
  const { uid, type } = { ...panel.datasource, ...recordOf(json['datasource']) };
  const refId = textOf(json['refId']) ?? 'A';
  const from = numberOf(json['panelId']);
  if (uid === '-- Dashboard --' || from !== undefined) {
    const source = copy.shown.dashboard.panels.find(({ id }) => id !== undefined && id === from);
    if (source !== undefined && depth > 0) return askPanel(source, copy, depth - 1);
    return [notAsked({ refId, text: '', server: '-- Dashboard --' }, 'the panel whose answers it shows is not there')];
  }
  const kind = textOf(type);
  if (kind !== undefined && isPrometheus(kind)) return []; // nothing is written there, and Grafana asks nothing
  const text = textOf(json['rawSql']) ?? textOf(json['expr']) ?? textOf(json['query']) ?? '';
  const why = `its datasource is ${kind ?? 'of an unknown type'}, and only Prometheus is asked here`;
  return [notAsked({ refId, text, server: textOf(uid) ?? '' }, why)];
}

function notAsked(
  about: { readonly refId: string; readonly text: string; readonly server: string },
  error: string,
): PanelQuery {
  return { asked: { ...about, series: 0, error } };
}

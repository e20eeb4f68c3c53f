import type { JsonObject } from '../../model/json.js';
import type { DatasourceUse, ReadPanel, ReadQuery } from '../../document/read-dashboard.js';
import { datasourceUse } from '../../document/read/datasource-use.js';
import { recordsIn, textOf } from '../../document/read/values.js';

/** One query of a panel, in whatever language. */
export interface Target {
  readonly refId: string;
  /** The text of the query: PromQL, SQL, LogQL; of anything else, its JSON. */
  readonly text: string;
  /** Where it is PromQL. */
  readonly query: ReadQuery | undefined;
  readonly datasource: DatasourceUse;
  readonly json: JsonObject;
}

/** The queries of a panel in their order, whatever language they are in. */
export function targetsOf(panel: ReadPanel): readonly Target[] {
  return recordsIn(panel.json['targets'], panel.places.targets).map(({ json, path }) => {
    const refId = textOf(json['refId']) ?? '';
    const query = panel.queries.find((each) => each.json === json || (refId !== '' && each.refId === refId));
    const own = datasourceUse(json, path);
    const text = query?.expr ?? textOf(json['expr']) ?? textOf(json['rawSql']) ?? textOf(json['query']);
    return {
      refId,
      query,
      json,
      text: text ?? '',
      datasource: query?.datasource ?? (own.inherited ? panel.datasource : own),
    };
  });
}

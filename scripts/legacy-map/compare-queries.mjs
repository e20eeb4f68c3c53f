import { differs, explained, unasked } from './differs.mjs';
import { correctionsBetween } from './rewrites.mjs';

/** Where the datasources of the legacy, which no Grafana has, went. */
const moved = {
  'peaktrade-prometheus-local': 'prom_local_9092',
  'peaktrade-prometheus-shadow': 'prom_local_9092',
  'peaktrade-prometheus-main': '${DS_MAIN}',
};

/** What viewers could choose: any datasource. */
const chosen = new Set(['${ds}', '${datasource}']);

/** How the queries of two panels differ, by ref id. */
export function compareQueries(before, now, general) {
  const byRefId = new Map(now.queries.map((query) => [query.refId, query]));
  const kept = before.queries.flatMap((query) => {
    const other = byRefId.get(query.refId);
    byRefId.delete(query.refId);
    const differences =
      other === undefined ? [{ aspect: 'gone', text: 'is gone' }] : compareQuery(query, other, now, general);
    return differences.map((difference) => ({ ...difference, query: query.refId }));
  });
  const added = [...byRefId.keys()].map((refId) => ({ aspect: 'new', text: `query ${refId} is new` }));
  return [...kept, ...added];
}

function compareQuery(before, now, panel, general) {
  const legend = differs('legend', before.legend, now.legend);
  const instant = differs('instant', before.instant, now.instant);
  return [
    ...compareExpr(before, now, general),
    ...(before.legend === '__auto' ? unasked(legend) : legend),
    ...(isTile(panel) && now.instant ? explained(instant, general, 'G6') : instant),
    ...differs('format', before.format, now.format),
    ...compareDatasource(before, now, general),
  ];
}

function isTile(panel) {
  return ['stat', 'bargauge', 'gauge', 'piechart', 'table'].includes(panel.visualisation);
}

/** How two expressions differ: not at all, by general corrections, or otherwise. */
export function compareExpr(before, now, general) {
  const between = correctionsBetween(before.expr, now.expr, general.isActive);
  const differences = [{ aspect: 'expr', text: `${before.expr}\n      is now ${now.expr}` }];
  if (between === undefined) return differences;
  return between.length === 0 ? [] : between.map((id) => explained(differences, general, id)).at(-1);
}

/** Whether something went where ownership sends it: what AI Live exports to AI_LIVE, the rest to where it was meant to go. */
export function compareDatasource(before, now, general) {
  const isAboutAi = /\bpeaktrade_ai_|job="ai_live"/.test(before.expr ?? '');
  const isOwned =
    chosen.has(before.datasource) ||
    moved[before.datasource] === now.datasource ||
    (isAboutAi && now.datasource === '${DS_AI_LIVE}');
  const differences = differs('datasource', before.datasource, now.datasource);
  return isOwned ? explained(differences, general, 'G7') : differences;
}

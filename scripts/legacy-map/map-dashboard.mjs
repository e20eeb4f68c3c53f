import { comparePanel } from './compare-panel.mjs';
import { compareDatasource, compareExpr } from './compare-queries.mjs';
import { compareVariables } from './compare-variables.mjs';
import { differs } from './differs.mjs';
import { openLedger, panelSubject } from './ledger.mjs';
import { pairPanels } from './pair-panels.mjs';

/**
 * Maps a dashboard to the one that replaces it.
 *
 * @returns `losses`: what neither is there nor corrected, one line each; `counts`: legacy, kept and corrected by kind
 */
export function mapDashboard(before, now, corrections, general) {
  const ledger = openLedger(before, corrections);
  mapSettings(before, now, ledger, general);
  mapRows(before, now, ledger);
  mapPanels(before, now, ledger, general);
  mapVariables(before, now, ledger, general);
  mapLinks(before, now, ledger);
  mapAnnotations(before, now, ledger, general);
  return { uid: before.uid, ...ledger.close() };
}

function mapSettings(before, now, ledger, general) {
  for (const aspect of Object.keys(before.settings)) {
    ledger.enter({ kind: 'dashboard' }, differs(aspect, before.settings[aspect], now.settings[aspect]));
  }
  if (!before.hasDefaults && now.hasDefaults) general.use('G15');
  if (before.layout.badIds + before.layout.overlaps > 0)
    general.use('G14', before.layout.badIds + before.layout.overlaps);
  const { badIds, overlaps } = now.layout;
  if (badIds + overlaps > 0) ledger.lose(`${badIds} panels without an id of their own, ${overlaps} that overlap`);
}

function mapRows(before, now, ledger) {
  for (const name of before.rows) {
    ledger.count({ kind: 'row', name }, now.rows.includes(name) ? [] : [{ aspect: 'gone', text: 'is gone' }]);
  }
  for (const name of now.rows) if (!before.rows.includes(name)) ledger.explainNew('row', name);
}

function mapPanels(before, now, ledger, general) {
  const { pairs, added } = pairPanels(before.panels, now.panels, (panel) => ledger.successors(panel));
  for (const { panel, others } of pairs) {
    const subject = panelSubject(panel);
    const [other, ...more] = others;
    const differences =
      other === undefined ? [{ aspect: 'gone', text: 'is gone' }] : comparePanel(panel, other, general);
    const isSplit = more.length > 0;
    ledger.count(
      subject,
      isSplit ? differences.map((difference) => ({ ...difference, aspect: 'split' })) : differences,
    );
    countQueries(panel, other, differences, ledger);
  }
  for (const panel of added) ledger.explainNew('panel', panel.title);
}

/** For the summary: how many queries are as they were, how many but for general corrections, and how many are not. */
function countQueries(panel, other, differences, ledger) {
  for (const { refId } of panel.queries) {
    const own = differences.filter(({ aspect, query }) => query === refId && (aspect === 'expr' || aspect === 'gone'));
    const isCorrected = other === undefined || own.some(({ isExplained }) => isExplained !== true);
    ledger.tally('queries', isCorrected ? 'corrected' : own.length > 0 ? 'general' : 'kept');
  }
}

function mapVariables(before, now, ledger, general) {
  const differences = compareVariables(before.variables, now.variables, general);
  for (const { name } of before.variables) {
    ledger.count(
      { kind: 'variable', name },
      differences.filter((difference) => difference.name === name),
    );
  }
  for (const { name, aspect } of differences) if (aspect === 'new') ledger.explainNew('variable', name);
}

function mapLinks(before, now, ledger) {
  const byTitle = new Map(now.links.map((link) => [link.title, link]));
  for (const link of before.links) {
    const other = byTitle.get(link.title);
    byTitle.delete(link.title);
    const aspects = ['url', 'targetBlank', 'keepTime', 'includeVars'];
    const differences =
      other === undefined
        ? [{ aspect: 'gone', text: 'is gone' }]
        : aspects.flatMap((aspect) => differs(aspect, link[aspect], other[aspect]));
    ledger.count({ kind: 'link', name: link.title }, differences);
  }
  for (const title of byTitle.keys()) ledger.explainNew('link', title);
}

function mapAnnotations(before, now, ledger, general) {
  const byName = new Map(now.annotations.map((annotation) => [annotation.name, annotation]));
  for (const annotation of before.annotations) {
    const other = byName.get(annotation.name);
    byName.delete(annotation.name);
    const differences =
      other === undefined ? [{ aspect: 'gone', text: 'is gone' }] : compareAnnotation(annotation, other, general);
    ledger.count({ kind: 'annotation', name: annotation.name }, differences);
  }
  for (const name of byName.keys()) ledger.explainNew('annotation', name);
}

function compareAnnotation(before, now, general) {
  const ask = (annotation) => ({ expr: annotation.expr, datasource: annotation.datasource?.uid });
  return [
    ...compareExpr(before, now, general),
    ...['enable', 'iconColor', 'tags'].flatMap((aspect) => differs(aspect, before[aspect], now[aspect])),
    ...compareDatasource(ask(before), ask(now), general),
  ];
}

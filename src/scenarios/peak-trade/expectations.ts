import { elsewhere, noAlertTells, noPanelTells } from 'dashpack/simulate';
import { contractDetails } from '../../dashboards/peak-trade/refs.js';

/** The options of a proof of the queries of Peak_Trade. */
export default [
  elsewhere(
    contractDetails,
    ['main/present', 'main/seriesCount', 'main/seriesByJob'],
    'MAIN is optional and scrapes the web app alone: whoever lets it scrape the pipeline as well sees it here',
  ),
  noPanelTells(
    ['restart', 'new-label-values'],
    'nothing is wrong: what starts anew works, and a new route, source or reason is counted as the others are',
  ),
  noAlertTells(['restart', 'new-label-values'], 'nothing is wrong: nobody has to come'),
  noAlertTells(
    ['shadow-mvs-down', 'pipeline-stuck', 'pipeline-errors', 'pipeline-risk-blocks'],
    'the alerts of the pipeline are proposed, and nobody has turned them on; the home dashboard shows it',
  ),
  noAlertTells(
    ['web-down', 'web-blind', 'metricsd-down'],
    'no rules watch the web app and the metrics daemon; the home dashboard shows it',
  ),
  noAlertTells(
    ['reject-storm'],
    'to reject is a decision as others are, not a fault; the home dashboard shows its share',
  ),
];

import { noAlertTells, noPanelTells } from 'dashpack/simulate';

/** The blind spots of AI Trading Core that are accepted. */
export default [
  noPanelTells(['restart'], 'nothing is wrong: a connector that starts anew works'),
  noAlertTells(['restart', 'new-label-values'], 'nothing is wrong: nobody has to come'),
  noAlertTells(
    ['stale-data', 'contract-violations'],
    'the alerts watch the live feed; what is wrong with stored data waits until somebody looks at the dashboard',
  ),
];

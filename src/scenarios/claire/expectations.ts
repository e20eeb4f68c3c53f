import { noAlertTells, noPanelTells } from 'dashpack/simulate';
import scenarios from './index.js';

/** The blind spots of Claire de Binare that are accepted. */
export default [
  noPanelTells(
    ['restart', 'new-label-values'],
    'nothing is wrong: a process that starts anew works, and a new channel is written as the others are',
  ),
  noAlertTells(
    scenarios.map(({ name }) => name).filter((name) => name !== 'healthy'),
    'the bot has no alerting rules: its operators look at the dashboards, of which the home dashboard shows what is wrong',
  ),
];

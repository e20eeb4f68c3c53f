import { elsewhere } from 'dashpack/simulate';
import { contractDetails } from '../../dashboards/peak-trade/refs.js';

/** The options of a proof of the queries of Peak_Trade. */
export default [
  elsewhere(
    contractDetails,
    ['main/present', 'main/seriesCount', 'main/seriesByJob'],
    'MAIN is optional and scrapes the web app alone: whoever lets it scrape the pipeline as well sees it here',
  ),
];

import { dashboard, linkTo } from 'dashpack';
import { contractDetails, operatorHome, operatorUnified, overview } from './refs.js';
import { homeTiles } from './sections/home-tiles.js';

/** The ways to the other dashboards. */
export default dashboard(operatorHome, {
  tags: ['peak_trade', 'observability', 'operator', 'watch-only', 'landing', 'ux_pack_v5'],
  refresh: '10s',
  time: { from: 'now-30m', to: 'now' },
  links: [
    linkTo(contractDetails, { title: 'Contract Details' }),
    linkTo(overview, { title: 'Overview (Mini vs Main)' }),
    linkTo(operatorUnified, { title: 'Operator Unified' }),
  ],
  rows: { home: homeTiles },
});

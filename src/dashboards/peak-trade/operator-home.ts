import { dashboard } from 'dashpack';
import { contractDetails, operatorHome, operatorUnified, overview } from './refs.js';
import { homeTiles } from './sections/home-tiles.js';

/** The ways to the other dashboards. */
export default dashboard(operatorHome, {
  tags: ['peak_trade', 'observability', 'operator', 'watch-only', 'landing', 'ux_pack_v5'],
  links: [contractDetails, overview, operatorUnified],
  rows: { home: homeTiles },
});

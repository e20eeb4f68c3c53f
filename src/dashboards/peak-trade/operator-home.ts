import { dashboard } from 'dashpack';
import { contractDetails, operatorHome, operatorUnified, overview } from './refs.js';
import { homeState } from './sections/home-state.js';
import { homeTiles } from './sections/home-tiles.js';

/** The state of everything, and the ways to the other dashboards. */
export default dashboard(operatorHome, {
  tags: ['peak_trade', 'observability', 'operator', 'watch-only', 'landing', 'ux_pack_v5'],
  links: [contractDetails, overview, operatorUnified],
  rows: { state: homeState, home: homeTiles },
});

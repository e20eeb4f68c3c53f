/** Recipes that dashboards share: the public entry `dashpack/panels`. */
export { navTile } from './nav-tile.js';
export { presentTile } from './present-tile.js';
export { stacked } from './stacked.js';
export type { TileSize } from './tile-size.js';
export { upTile } from './up-tile.js';

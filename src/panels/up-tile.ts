import {
  recipePanel,
  UP_DOWN,
  type AnyVector,
  type ValidShown,
  type ValidTitle,
  type Panel,
  type RoleOf,
  type VariablesOf,
} from 'dashpack';
import type { TileSize } from './tile-size.js';

/**
 * A tile that says UP or DOWN for 1 or 0.
 *
 * @param up `min(up…)` where all instances must be up, `max(up…)` where one suffices: say which in the description
 */
export function upTile<const Title extends string, E extends AnyVector>(
  title: Title & ValidTitle<Title>,
  up: E & ValidShown<E>,
  description: string,
  size: TileSize = {},
): Panel<RoleOf<E>, VariablesOf<E>> {
  return recipePanel(upTile, 'stat', title, {
    query: up,
    states: UP_DOWN,
    min: 0,
    max: 1,
    description,
    height: 5,
    ...size,
  });
}

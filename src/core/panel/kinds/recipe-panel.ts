import { definePanel, type RecipeSpec } from '../builder.js';
import { kinds, type BuiltPanelType } from './kinds.js';
import type { Panel } from '../panel.js';

/**
 * A panel made by a recipe: a function of yours over expressions whose types it does not know. Nothing is checked at
 * compile time but what your recipe's signature checks; `build` checks roles, labels and variables as ever.
 *
 * @param recipe your function, so that messages name the line that calls it
 *
 * @example
 * export function upTile<Asked extends string>(title: string, up: Vector<Asked, never, never>) {
 *   return recipePanel<Asked, never>(upTile, 'stat', title, { query: up, states: UP_DOWN });
 * }
 */
export function recipePanel<Role extends string, Variables extends string>(
  recipe: (...args: never[]) => unknown,
  visualisation: Exclude<BuiltPanelType, 'text'>,
  title: string,
  spec: RecipeSpec,
): Panel<Role, Variables> {
  return definePanel(kinds[visualisation], title, spec, recipe) as Panel<Role, Variables>;
}

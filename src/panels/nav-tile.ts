import {
  dataLink,
  recipePanel,
  vector,
  type ValidRole,
  type ValidTitle,
  type DashboardRef,
  type Panel,
  type Role,
} from 'dashpack';
import type { TileSize } from './tile-size.js';

/**
 * A tile that opens a dashboard. It says OPEN while the server of a role answers, and nothing while it does not.
 *
 * @param role the role whose server is asked, which should be the one that the dashboard needs
 */
export function navTile<const Title extends string, Asked extends string>(
  title: Title & ValidTitle<Title>,
  to: DashboardRef,
  role: Role<Asked> & ValidRole<Asked>,
  size: TileSize = {},
): Panel<Asked, never> {
  return recipePanel(navTile, 'stat', title, {
    query: vector(1, role),
    states: { 1: { text: 'OPEN', color: 'green' } },
    description: `Opens ${to.title}. OPEN means that the Prometheus of ${role.name} answers.`,
    links: [dataLink(to, { title: 'Open dashboard' })],
    width: 6,
    height: 6,
    ...size,
  });
}

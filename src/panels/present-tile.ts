import {
  dataLink,
  presence,
  PRESENT_MISSING,
  recipePanel,
  type AnyVector,
  type ValidTitle,
  type DashboardRef,
  type Panel,
  type RoleOf,
  type VariablesOf,
} from 'dashpack';
import type { TileSize } from './tile-size.js';

const meaning =
  'PRESENT: the server has series of this metric. MISSING: it has none, so the producer is down, not scraped, or does not export it.';

/**
 * A tile that says PRESENT where a selector finds series, MISSING where it does not, and nothing where the server does
 * not answer.
 *
 * @param options `details`: the dashboard that shows more, with the metric's name for its variable `metric`;
 * the link's title is by default what links call the dashboard; `note`: what the description says besides
 */
export function presentTile<const Title extends string, E extends AnyVector>(
  title: Title & ValidTitle<Title>,
  selector: E,
  options: TileSize & {
    readonly details?: { readonly to: DashboardRef; readonly metric: string; readonly title?: string };
    readonly note?: string;
  } = {},
): Panel<RoleOf<E>, VariablesOf<E>> {
  const { details, note, ...size } = options;
  const links =
    details === undefined
      ? []
      : [
          dataLink(details.to, {
            set: { metric: details.metric },
            ...(details.title === undefined ? {} : { title: details.title }),
          }),
        ];
  return recipePanel(presentTile, 'stat', title, {
    query: presence(selector),
    states: PRESENT_MISSING,
    description: note === undefined ? meaning : `${meaning} ${note}`,
    height: 5,
    links,
    ...size,
  });
}

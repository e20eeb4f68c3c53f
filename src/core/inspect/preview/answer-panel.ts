import { textOf } from '../../document/read/values.js';
import { panelRange } from '../audit/panel-step.js';
import { builtInVariables } from '../interpolate/built-in.js';
import { askPanel } from './ask-panel.js';
import { fillText } from './fill-text.js';
import { framesOf } from './frames.js';
import { milliseconds } from './answered.js';
import { NoSuch } from './no-such.js';
import { panelAt } from './place.js';
import type { PanelAnswer, PanelRequest } from './protocol.js';
import { rangeOf, repeatedScope, scopeOf, type Shown } from './state.js';

/**
 * Asks what a panel shows, as `audit` and `prove` ask it.
 *
 * @throws NoSuch where the dashboard has no panel at the place
 */
export async function answerPanel(request: PanelRequest, shown: Shown): Promise<PanelAnswer> {
  const { dashboard, now } = shown;
  const panel = panelAt(dashboard, request.place);
  if (panel === undefined) throw new NoSuch(`the dashboard has no panel at ${request.place}`);
  const around = rangeOf(request, shown);
  const scope = repeatedScope(await scopeOf(request, shown, around), request.repeated);
  const asked = await askPanel(panel, { shown, scope, around, width: request.width });
  const intervals = asked.flatMap(({ interval }) => interval ?? []);
  const interval = intervals.length === 0 ? 0 : Math.min(...intervals);
  const range = panelRange(panel, around, now);
  const own = builtInVariables({ range, step: Math.max(interval, 1), scrapeInterval: 15, dashboard });
  const known = new Map([...own, ...scope]);
  const content = panel.type === 'text' ? textOf(panel.options['content']) : undefined;
  return {
    frames: framesOf(asked.flatMap(({ answer }) => answer ?? [])),
    asked: asked.map((each) => each.asked),
    range: { from: milliseconds(range.start), to: milliseconds(range.end) },
    interval: milliseconds(interval),
    title: fillText(panel.title, known, 'text'),
    ...(content === undefined ? {} : { text: fillText(content, known, 'html') }),
  };
}

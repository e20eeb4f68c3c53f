import { PanelBuilder as SdkPanel } from '@grafana/grafana-foundation-sdk/text';
import { callerPosition } from '../../catalog/caller.js';
import type { ValidTitle, ValidWidth } from '../valid-panel.js';
import type { Panel, PanelDefinition, PanelOptions } from '../panel.js';
import { history } from '../usual-options.js';
import { visualisation } from '../visualisation.js';

/** The kind of `text`. */
export const textKind = visualisation('text', SdkPanel, { ...history, width: 24, height: 4, options: {} });

/**
 * Text for viewers. Asks nothing, so that it stands in any row.
 *
 * @param content markdown, or HTML where `mode` says so
 *
 * @example
 * text('How to use', '**Watch-only.** Start with Operator Summary.', { width: 24 })
 */
export function text<const Title extends string, const Width extends number = 24>(
  title: Title & ValidTitle<Title>,
  content: string,
  options: Pick<PanelOptions, 'height' | 'description' | 'transparent' | 'suppress'> & {
    readonly width?: Width & ValidWidth<Width>;
    /** Default `markdown`. */
    readonly mode?: 'markdown' | 'html' | 'code';
  } = {},
): Panel<never, never> {
  const { mode = 'markdown', ...rest } = options;
  const panel: PanelDefinition = {
    kind: 'panel',
    visualisation: textKind,
    title,
    queries: [],
    mixed: false,
    options: rest,
    visualOptions: { mode, content },
    custom: undefined,
    links: [],
    position: callerPosition(text),
  };
  return panel as Panel<never, never>;
}

import { emitFieldConfig } from './field-config.js';
import type { JsonObject } from '../model/json.js';
import { merge } from './merge.js';
import type { PanelDefinition } from './panel.js';
import type { PanelContext } from './context.js';
import { baseOptions } from './visualisation.js';

/**
 * A panel as Grafana reads it: the Foundation SDK's panel of its kind, our defaults over the SDK's, the author's
 * options over ours. What it returns shares parts with other panels: it is data to be copied, not to be changed.
 */
export function emitPanel(panel: PanelDefinition, context: PanelContext): JsonObject {
  const { options } = panel;
  const base = baseOptions(panel.visualisation, context.manySeries);
  const own = panel.visualOptions as JsonObject;
  // In the order of their names, which is how they are written.
  const emitted: JsonObject = {
    cacheTimeout: options.cacheTimeout,
    datasource: context.datasource,
    description: describe(options.description ?? context.description, context.notes),
    fieldConfig: emitFieldConfig(panel, context),
    gridPos: context.gridPos,
    hideTimeOverride: options.hideTimeOverride,
    id: context.id,
    interval: options.interval,
    maxDataPoints: options.maxDataPoints,
    maxPerRow: options.maxPerRow,
    options: Object.keys(own).length === 0 ? base : merge(base, own),
    queryCachingTTL: options.queryCachingTTL,
    repeat: options.repeat?.name,
    repeatDirection: options.repeat === undefined ? undefined : (options.repeatDirection ?? 'h'),
    targets: context.targets.length === 0 ? undefined : context.targets,
    timeFrom: options.timeFrom,
    timeShift: options.timeShift,
    title: panel.title,
    transformations: options.transformations,
    transparent: options.transparent,
    type: panel.visualisation.type,
  };
  return options.sdk === undefined ? emitted : { ...emitted, ...options.sdk };
}

function describe(description: string | undefined, notes: readonly string[]): string | undefined {
  const all = description === undefined ? notes : [description, ...notes];
  return all.length === 0 ? undefined : all.join('\n\n');
}

import { callerPosition } from '../../catalog/caller.js';
import { Failure } from '../../model/failure.js';
import type { Problem, Refuse } from '../../model/problem.js';
import { panelBuilder, type PanelBuilder } from '../builder.js';
import { kinds, type BuiltPanelType } from './kinds.js';
import type { Json } from '../../model/json.js';
import type { VisualDefaults } from '../visualisation.js';

/** The defaults of panels of a plugin where their author says nothing. */
export interface PluginDefaults extends Partial<Omit<VisualDefaults, 'options' | 'custom'>> {
  /** Options of the plugin. */
  readonly options?: { readonly [key: string]: Json };
  /** Field options of the plugin. */
  readonly custom?: { readonly [key: string]: Json };
}

/** Refuses the id of what there is a builder for. */
export type ValidPlugin<Id extends string> = Refuse<
  Id extends BuiltPanelType ? Problem<`${Id} has a builder of its own, which knows its options`> : never
>;

/**
 * Makes the builder of a panel type that dashpack has none for: a plugin, or one of Grafana's own. Titles, queries,
 * legends, links and overrides are checked as in any panel; `options` and `custom` are any JSON, or what the types
 * `Options` and `Custom` say. `dashpack explain` names such panels, and the page of a pack counts them.
 *
 * @param id the panel type, as Grafana writes it
 * @param defaults 12 columns, 8 rows, and queries over the time range, if nothing else is said
 * @throws Failure where there is a builder
 *
 * @example
 * const flowchart = pluginPanel('agenty-flowcharting-panel', { height: 12 });
 * flowchart('Orders', { query: orders, options: { flowcharts: [{ name: 'orders' }] } })
 */
export function pluginPanel<Options = unknown, Custom = unknown, const Id extends string = string>(
  id: Id & ValidPlugin<Id>,
  defaults: PluginDefaults = {},
): PanelBuilder<Options, Custom> {
  const type: string = id;
  if (Object.hasOwn(kinds, type) || type === '') {
    throw new Failure(type === '' ? 'the id of a panel plugin is empty' : `"${type}" has a builder of its own`, {
      next:
        type === '' ? 'write the type that Grafana writes into the panel' : 'use its builder, which knows its options',
      position: callerPosition(pluginPanel),
    });
  }
  const one: VisualDefaults = {
    width: 12,
    height: 8,
    ask: 'range',
    format: 'time_series',
    colorsByThreshold: false,
    options: {},
    custom: {},
    ...defaults,
  };
  return panelBuilder<Options, Custom>({ type, sdk: undefined, one, many: one });
}

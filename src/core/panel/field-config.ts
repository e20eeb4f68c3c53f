import type { FieldConfigSource, ThresholdsConfig, ValueMapping } from '@grafana/grafana-foundation-sdk/dashboard';
import { panelTypeOf } from '../model/panel-types.js';
import { expandOverrides } from './label-overrides.js';
import type { JsonObject } from '../model/json.js';
import { merge } from './merge.js';
import type { Override, OverrideProperties } from './overrides.js';
import type { PanelDefinition } from './panel.js';
import type { PanelContext } from './context.js';
import type { States, Thresholds } from './states.js';
import { defaultsOf } from './visualisation.js';

/** How a panel's fields are shown, as Grafana reads it; nothing for panels without data. */
export function emitFieldConfig(panel: PanelDefinition, context: PanelContext): JsonObject | undefined {
  if (panelTypeOf(panel.visualisation.type)?.queries === 'none') return undefined;
  const { options } = panel;
  const defaults = defaultsOf(panel.visualisation, context.manySeries);
  const steps =
    thresholdsOf(options.states, options.thresholds) ??
    (defaults.colorsByThreshold ? { base: 'green', steps: [] } : undefined);
  const byThreshold = steps !== undefined && defaults.colorsByThreshold;
  const noValue = options.noValue ?? context.noValue;
  const mappings = [
    ...(options.states === undefined ? [] : [mappingOf(options.states)]),
    ...(byThreshold && defaults.ask === 'instant' && options.color === undefined ? [grayWhenEmpty(noValue)] : []),
  ];
  return {
    defaults: {
      color: colorOf(options.color, byThreshold),
      custom: panel.custom === undefined ? defaults.custom : merge(defaults.custom, panel.custom as JsonObject),
      decimals: options.decimals,
      displayName: options.displayName,
      links: context.links.length === 0 ? undefined : context.links,
      mappings: mappings.length === 0 ? undefined : mappings,
      max: options.max,
      min: options.min,
      noValue,
      thresholds: steps === undefined ? undefined : emitThresholds(steps),
      unit: context.unit,
      ...(options.field as JsonObject | undefined),
    },
    overrides: expandOverrides(panel).map(emitOverride),
  } satisfies { readonly [Key in keyof FieldConfigSource]: unknown };
}

function colorOf(color: string | undefined, byThreshold: boolean): JsonObject {
  if (color !== undefined) return { mode: 'fixed', fixedColor: color };
  return { mode: byThreshold ? 'thresholds' : 'palette-classic' };
}

/** Where values mean states, their colours are the thresholds: a value between two states has the lower one's. */
function thresholdsOf(states: States | undefined, thresholds: Thresholds | undefined): Thresholds | undefined {
  if (thresholds !== undefined || states === undefined) return thresholds;
  const [first, ...others] = byValue(states);
  if (first === undefined) return undefined;
  return { base: first[1].color, steps: others.map(([value, state]) => [value, state.color]) };
}

function byValue(states: States): readonly (readonly [number, { readonly text: string; readonly color: string }])[] {
  return Object.entries(states)
    .map(([value, state]) => [Number(value), state] as const)
    .toSorted(([a], [b]) => a - b);
}

function mappingOf(states: States): JsonObject {
  const options = byValue(states).map(([value, state], index) => [String(value), { ...state, index }]);
  return { type: 'value', options: Object.fromEntries(options) } satisfies {
    readonly [Key in keyof ValueMapping]: unknown;
  };
}

/** Grafana paints the text of an empty tile like its lowest value: "No data" would be as green as what is well. */
function grayWhenEmpty(noValue: string | undefined): JsonObject {
  return {
    type: 'special',
    options: { match: 'null', result: { color: 'gray', text: noValue ?? 'No data' } },
  } satisfies { readonly [Key in keyof ValueMapping]: unknown };
}

function emitThresholds(thresholds: Thresholds): JsonObject {
  return {
    mode: thresholds.mode ?? 'absolute',
    steps: [{ color: thresholds.base, value: null }, ...thresholds.steps.map(([value, color]) => ({ color, value }))],
  } satisfies { readonly [Key in keyof ThresholdsConfig]: unknown };
}

const propertyWriters: {
  readonly [Key in keyof OverrideProperties]-?: (value: NonNullable<OverrideProperties[Key]>) => readonly JsonObject[];
} = {
  unit: (value) => [{ id: 'unit', value }],
  decimals: (value) => [{ id: 'decimals', value }],
  min: (value) => [{ id: 'min', value }],
  max: (value) => [{ id: 'max', value }],
  noValue: (value) => [{ id: 'noValue', value }],
  displayName: (value) => [{ id: 'displayName', value }],
  description: (value) => [{ id: 'description', value }],
  color: (value) => [{ id: 'color', value: { mode: 'fixed', fixedColor: value } }],
  states: (value) => [{ id: 'mappings', value: [mappingOf(value)] }],
  thresholds: (value) => [{ id: 'thresholds', value: emitThresholds(value) }],
  custom: (value) => Object.entries(value).map(([path, option]) => ({ id: `custom.${path}`, value: option })),
};

function emitOverride(override: Override): JsonObject {
  const written = Object.entries(override.properties) as [keyof OverrideProperties, never][];
  return {
    matcher: override.matcher,
    properties: written.flatMap(([key, value]) => (value === undefined ? [] : propertyWriters[key](value))),
  };
}

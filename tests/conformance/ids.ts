import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from './pieces.js';

/** The lists of names that scripts/grafana-registries.mjs reads from `@grafana/data`. */
export interface Registries {
  readonly package: string;
  readonly version: string;
  readonly license: string;
  readonly units: readonly string[];
  readonly reducers: readonly string[];
  readonly fieldMatchers: readonly string[];
  readonly frameMatchers: readonly string[];
  readonly valueMatchers: readonly string[];
  readonly colorModes: readonly string[];
  readonly transformations: readonly string[];
  readonly overrideProperties: readonly string[];
}

/** What Grafana registers. */
export const registries = JSON.parse(readFileSync(join(import.meta.dirname, 'registries.json'), 'utf8')) as Registries;

/** Units that a dashboard makes up: `suffix:req`, `currency:CHF`. */
const madeUp = /^(?:bool|count|currency|prefix|si|suffix|time):./;

/** A name in a panel, and what it is the name of. */
export interface Id {
  readonly what: 'unit' | 'reducer' | 'matcher' | 'colour mode' | 'transformation' | 'property';
  readonly id: string;
}

/** Every name in a panel that Grafana looks up. */
export function idsOf(panel: JsonObject): readonly Id[] {
  const { defaults = {}, overrides = [] } = (panel['fieldConfig'] ?? {}) as FieldConfig;
  const { reduceOptions, legend } = (panel['options'] ?? {}) as Options;
  const transformations = (panel['transformations'] ?? []) as readonly Transformation[];
  const properties = overrides.flatMap((override) => override.properties);
  const set = (id: string): readonly unknown[] => properties.filter((each) => each.id === id).map(({ value }) => value);
  return [
    ...named('unit', [defaults.unit, ...set('unit')]),
    ...named(
      'colour mode',
      [defaults.color, ...set('color')].map((color) => (color as Color | undefined)?.mode),
    ),
    ...named(
      'matcher',
      [...overrides, ...transformations].map((each) => (each.matcher ?? each.filter)?.id),
    ),
    ...named(
      'property',
      properties.map(({ id }) => id).filter((id) => !id.startsWith('custom.')),
    ), // types know those
    ...named('reducer', [
      ...(reduceOptions?.calcs ?? []),
      ...(legend?.calcs ?? []),
      ...transformations.flatMap(({ options }) => options?.reducers ?? []),
    ]),
    ...named(
      'transformation',
      transformations.map(({ id }) => id),
    ),
  ];
}

/** True where Grafana has it. */
export function isRegistered({ what, id }: Id): boolean {
  return (what === 'unit' && madeUp.test(id)) || lists[what].includes(id);
}

const lists: Readonly<Record<Id['what'], readonly string[]>> = {
  unit: registries.units,
  reducer: registries.reducers,
  matcher: registries.fieldMatchers,
  'colour mode': registries.colorModes,
  transformation: registries.transformations,
  property: registries.overrideProperties,
};

interface Color {
  readonly mode?: string;
}

interface FieldConfig {
  readonly defaults?: { readonly unit?: string; readonly color?: Color };
  readonly overrides?: readonly {
    readonly matcher?: { readonly id: string };
    readonly filter?: undefined;
    readonly properties: readonly { readonly id: string; readonly value?: unknown }[];
  }[];
}

interface Options {
  readonly reduceOptions?: { readonly calcs?: readonly string[] };
  readonly legend?: { readonly calcs?: readonly string[] };
}

interface Transformation {
  readonly id: string;
  readonly matcher?: undefined;
  readonly filter?: { readonly id: string };
  readonly options?: { readonly reducers?: readonly string[] };
}

function named(what: Id['what'], ids: readonly unknown[]): readonly Id[] {
  return ids.filter((id) => typeof id === 'string').map((id) => ({ what, id }));
}

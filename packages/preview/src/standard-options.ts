import {
  dataLinksOverrideProcessor,
  displayNameOverrideProcessor,
  FieldConfigOptionsRegistry,
  identityOverrideProcessor,
  numberOverrideProcessor,
  standardFieldConfigEditorRegistry,
  stringOverrideProcessor,
  thresholdsOverrideProcessor,
  unitOverrideProcessor,
  valueMappingsOverrideProcessor,
  type FieldConfigPropertyItem,
  type FieldConfigSource,
} from '@grafana/data';

const processors = {
  unit: unitOverrideProcessor,
  min: numberOverrideProcessor,
  max: numberOverrideProcessor,
  fieldMinMax: identityOverrideProcessor,
  decimals: numberOverrideProcessor,
  displayName: displayNameOverrideProcessor,
  color: identityOverrideProcessor,
  noValue: stringOverrideProcessor,
  links: dataLinksOverrideProcessor,
  actions: identityOverrideProcessor,
  mappings: valueMappingsOverrideProcessor,
  thresholds: thresholdsOverrideProcessor,
  description: stringOverrideProcessor,
  filterable: identityOverrideProcessor,
} as const;

function option(path: string, process: unknown, isCustom: boolean): FieldConfigPropertyItem {
  return {
    id: isCustom ? `custom.${path}` : path,
    path,
    name: path,
    isCustom,
    process,
    shouldApply: () => true,
    settings: {},
    editor: () => null,
    override: () => null,
  } as unknown as FieldConfigPropertyItem;
}

/** The options that fields of every panel have. */
export function standardOptions(): FieldConfigPropertyItem[] {
  return Object.entries(processors).map(([path, process]) => option(path, process, false));
}

/** The options of one panel's fields: the standard ones, and those of its own that it or an override sets. */
export function optionsOf({ defaults, overrides }: FieldConfigSource): FieldConfigOptionsRegistry {
  const paths = new Set(Object.keys(defaults.custom ?? {}));
  for (const { properties } of overrides) {
    for (const { id } of properties) if (id.startsWith('custom.')) paths.add(id.slice('custom.'.length));
  }
  const own = [...paths].map((path) => option(path, identityOverrideProcessor, true));
  return new FieldConfigOptionsRegistry(() => [...standardFieldConfigEditorRegistry.list(), ...own]);
}

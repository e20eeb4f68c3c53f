import type { PanelCheck, Problem } from '../../check.js';
import type { JsonPath } from '../../../document/json-path.js';
import { isRecord, listOf, recordOf, textOf } from '../../../document/read/values.js';
import type { Json, JsonObject } from '../../../model/json.js';
import type { ReadPanel } from '../../../document/read-dashboard.js';

/** Finds value mappings that Grafana does not apply. */
export const mappingsMalformed: PanelCheck = {
  id: 'panel/mappings-malformed',
  severity: 'error',
  summary: 'A value mapping has a form that Grafana does not understand.',
  looksAt: 'panel',
  *check(panel, { schemaVersion, form }) {
    // Grafana rewrites the mappings of files from before schema version 30 when it loads them.
    if (form !== 'v2' && (schemaVersion === undefined || schemaVersion < 30)) return;
    if (panel.overrides.length === 0 && panel.fieldDefaults['mappings'] === undefined) return;
    for (const { value, path } of mappingLists(panel)) {
      if (value === undefined || value === null) continue;
      if (!Array.isArray(value)) {
        yield { message: 'the mappings are not a list', path, fix: 'write a list of mappings', severity: 'warning' };
        continue;
      }
      for (const [index, mapping] of listOf(value).entries()) yield* faults(mapping, [...path, index]);
    }
  },
};

/** The lists of mappings of a panel: of its defaults, and of its overrides. */
function mappingLists(panel: ReadPanel): readonly { readonly value: Json | undefined; readonly path: JsonPath }[] {
  const { fieldDefaults, overrides, places } = panel;
  const own = { value: fieldDefaults['mappings'], path: [...places.fieldDefaults, 'mappings'] };
  const overridden = overrides.flatMap((override, index) =>
    listOf(recordOf(override)['properties']).flatMap((property, place) =>
      isRecord(property) && property['id'] === 'mappings'
        ? [{ value: property['value'], path: [...places.overrides, index, 'properties', place, 'value'] }]
        : [],
    ),
  );
  return [own, ...overridden];
}

function* faults(mapping: Json, path: JsonPath): Generator<Problem> {
  const fix = 'write { "type": "value", "options": { "0": { "text": "…", "index": 0 } } }, or the form of its kind';
  if (!isRecord(mapping)) {
    yield { message: 'the mapping is not an object', path, fix };
    return;
  }
  const { type, options } = mapping;
  if (
    typeof type === 'number' ||
    (type === undefined && ('op' in mapping || 'value' in mapping || 'from' in mapping))
  ) {
    yield {
      message:
        'the mapping has the form of before Grafana 8, and the schema version says that it has the new one: it is not applied',
      path,
      fix,
    };
  } else if (typeof type !== 'string' || !Object.hasOwn(kinds, type)) {
    yield {
      message: `the mapping has ${type === undefined ? 'no type' : `the type ${JSON.stringify(type)}`}, and there are value, range, regex and special`,
      path,
      fix,
    };
  } else if (!isRecord(options)) {
    yield { message: `the mapping of type "${type}" has no options, and so maps nothing`, path, fix };
  } else {
    const fault = kinds[type]?.(options);
    if (fault !== undefined)
      yield { message: `the mapping of type "${type}" ${fault}`, path: [...path, 'options'], fix };
  }
}

const specials = ['true', 'false', 'null', 'nan', 'null+nan', 'empty'];

/** The mistake in the options of a mapping, by its type. */
const kinds: Readonly<Record<string, (options: JsonObject) => string | undefined>> = {
  value: (options) => {
    const [wrong] = Object.entries(options).find(([, result]) => !isRecord(result)) ?? [];
    return wrong === undefined ? undefined : `has no result for "${wrong}"`;
  },
  range: (options) => withResult(options, 'from' in options || 'to' in options ? undefined : 'has neither from nor to'),
  regex: (options) => withResult(options, textOf(options['pattern']) === undefined ? 'has no pattern' : undefined),
  special: (options) => {
    const match = textOf(options['match']);
    if (match !== undefined && specials.includes(match)) return withResult(options, undefined);
    return withResult(
      options,
      `has the match ${JSON.stringify(options['match'] ?? null)}, and there are ${specials.join(', ')}`,
    );
  },
};

function withResult(options: JsonObject, fault: string | undefined): string | undefined {
  return fault ?? (isRecord(options['result']) ? undefined : 'has no result');
}

import { isRecord, listOf, recordOf, textOf } from '../../document/read/values.js';
import type { JsonPath } from '../../document/json-path.js';
import type { Json } from '../../model/json.js';
import type { ReadDashboard, ReadPanel } from '../../document/read-dashboard.js';
import { isLiteralLegend } from '../../document/find/legend.js';
import { queryLabels } from './query-labels.js';

/** A field that a transformation names. */
export interface NamedField {
  readonly name: string;
  readonly path: JsonPath;
}

/** The names of the fields of a panel's data before its transformations; undefined where they are not certain. */
export function fieldNames(panel: ReadPanel): ReadonlySet<string> | undefined {
  const names = new Set(['Time', 'Value', 'time', 'value']);
  if (panel.others.length > 0 || panel.queries.length === 0) return undefined;
  for (const { node, refId, legend, json } of panel.queries) {
    if (node === undefined || refId === undefined) return undefined;
    names.add(refId);
    names.add(`Value #${refId}`);
    if (json['format'] === 'table') {
      const { possible, others } = queryLabels(node, undefined);
      if (others) return undefined;
      for (const label of possible) names.add(label);
    } else if (isLiteralLegend(legend)) {
      names.add(legend);
    } else {
      return undefined;
    }
  }
  return names;
}

/** Transformations that make no new fields: their rest keeps the names that there are. */
const keeping = new Set([
  'merge',
  'sortBy',
  'limit',
  'filterFieldsByName',
  'filterByRefId',
  'joinByField',
  'seriesToColumns',
]);

/**
 * Goes through the transformations of a panel as long as the names of the fields are certain, and gives each field that
 * one names and that there is not.
 */
export function* strayFields(
  panel: ReadPanel,
  { form }: ReadDashboard,
  before: ReadonlySet<string>,
): Generator<NamedField> {
  const known = new Set(before);
  for (const [index, step] of panel.transformations.entries()) {
    if (!isRecord(step)) return;
    const id = textOf(step['id']) ?? '';
    const options = recordOf(step['options']);
    const place: JsonPath = [...panel.places.transformations, index, ...(form === 'v2' ? ['spec'] : []), 'options'];
    for (const { name, path } of fieldsNamed(id, options)) {
      if (!isKnown(name, known)) yield { name, path: [...place, ...path] };
    }
    if (id === 'organize') {
      for (const name of Object.values(recordOf(options['renameByName'])))
        if (typeof name === 'string') known.add(name);
    } else if (!keeping.has(id)) {
      return;
    }
  }
}

/** True where a field is there, under its name or with the number that joining gives it. */
export function isKnown(name: string, known: ReadonlySet<string>): boolean {
  return /[$]|\[\[/.test(name) || known.has(name) || known.has(name.replace(/ \d+$/, ''));
}

/** The fields that a transformation is about. What `organize` names is a leftover at worst, and does no harm. */
function fieldsNamed(id: string, options: { readonly [key: string]: Json | undefined }): readonly NamedField[] {
  switch (id) {
    case 'sortBy':
      return listOf(options['sort']).flatMap((sort, index) => named(recordOf(sort)['field'], ['sort', index, 'field']));
    case 'groupBy':
      return Object.keys(recordOf(options['fields'])).flatMap((name) => named(name, ['fields', name]));
    case 'joinByField':
    case 'seriesToColumns':
      return named(options['byField'], ['byField']);
    case 'calculateField': {
      const { left, right } = recordOf(options['binary']);
      return [
        ...(options['mode'] === 'binary' ? [...operand(left, 'left'), ...operand(right, 'right')] : []),
        ...(options['mode'] === 'reduceRow' || options['mode'] === undefined
          ? listOf(recordOf(options['reduce'])['include']).flatMap((name, index) =>
              named(name, ['reduce', 'include', index]),
            )
          : []),
      ];
    }
    case 'filterByValue':
      return listOf(options['filters']).flatMap((filter, index) =>
        named(recordOf(filter)['fieldName'], ['filters', index, 'fieldName']),
      );
    case 'filterFieldsByName':
      return listOf(recordOf(options['include'])['names']).flatMap((name, index) =>
        named(name, ['include', 'names', index]),
      );
    default:
      return [];
  }
}

/** The operand of a calculation: a field, or a number. */
function operand(written: Json | undefined, side: 'left' | 'right'): readonly NamedField[] {
  const matcher = recordOf(recordOf(written)['matcher']);
  const isField = matcher['id'] === 'byName' && typeof matcher['options'] === 'string';
  if (isField) return named(matcher['options'], ['binary', side, 'matcher', 'options']);
  return typeof written === 'string' && Number.isNaN(Number(written)) ? named(written, ['binary', side]) : [];
}

function named(name: Json | undefined, path: JsonPath): readonly NamedField[] {
  return typeof name === 'string' && name !== '' ? [{ name, path }] : [];
}

import { compareLinks } from './compare-links.mjs';
import { compareDatasource, compareQueries } from './compare-queries.mjs';
import { differs, explained, unasked } from './differs.mjs';

/**
 * How a panel differs from the one that replaces it.
 *
 * @returns differences: `aspect` is what differs, `text` says how, `query` is the ref id where it is one query's;
 * `isExplained` where it needs no correction of its own
 */
export function comparePanel(before, now, general) {
  return [
    ...comparePlain(before, now),
    ...compareDescription(before, now, general),
    ...compareUnit(before, now, general),
    ...compareStates(before, now, general),
    ...compareOptions(before, now, general),
    ...compareQueries(before, now, general),
    ...compareLinks(before.links, now.links, general),
    // Those of queries are compared with the queries.
    ...(before.queries.length > 0 ? [] : compareDatasource(before, now, general)),
  ];
}

function comparePlain(before, now) {
  const aspects = ['visualisation', 'row', 'size', 'text', 'overrides', 'transformations'];
  return [
    ...differs('title', before.title, now.title, now.title),
    ...aspects.flatMap((aspect) => differs(aspect, before[aspect], now[aspect])),
  ];
}

function compareDescription(before, now, general) {
  const differences = differs('description', before.description, now.description);
  return before.description === undefined ? explained(differences, general, 'G12') : differences;
}

/** Grafana's unit `none` is no unit. */
function compareUnit(before, now, general) {
  const { unit } = before.defaults;
  const differences = differs('unit', unit, now.defaults.unit);
  return unit === undefined || unit === 'none' ? explained(differences, general, 'G12') : differences;
}

/** Value mappings and thresholds. */
function compareStates(before, now, general) {
  const differences = ['mappings', 'thresholds'].flatMap((aspect) => {
    const difference = differs(aspect, before[aspect], now[aspect]);
    return before[aspect] === '' ? unasked(difference) : difference;
  });
  return isTurned(before, now) ? explained(differences, general, 'G3') : differences;
}

function isTurned(before, now) {
  return (
    before.mappings === '0=PRESENT 1=MISSING' &&
    now.mappings === '0=MISSING 1=PRESENT' &&
    before.thresholds === 'green red@1' &&
    now.thresholds === 'red green@1'
  );
}

/** Every option that the legacy sets must be set to the same; what it does not set is not asked. */
function compareOptions(before, now, general) {
  const old = leaves(optionsOf(before));
  const other = leaves(optionsOf(now));
  return [...new Set([...old.keys(), ...other.keys()])].flatMap((path) => {
    const difference = differs('options', old.get(path), other.get(path), path.split('.').at(-1));
    const named = difference.map((entry) => ({ ...entry, text: `${path}: ${entry.text}` }));
    if (!old.has(path)) return unasked(named);
    const isLegend = path === 'legend.calcs' && old.get(path) === '[]' && old.get('legend.displayMode') === '"table"';
    return isLegend ? explained(named, general, 'G13') : named;
  });
}

function optionsOf({ options, defaults: { unit: _unit, ...defaults } }) {
  return { ...options, ...defaults };
}

/** The options by their paths, as text: `legend.displayMode` is `"table"`. */
function leaves(value, path = '') {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return new Map([[path, JSON.stringify(value)]]);
  }
  return new Map(
    Object.entries(value).flatMap(([key, inner]) => [...leaves(inner, path === '' ? key : `${path}.${key}`)]),
  );
}

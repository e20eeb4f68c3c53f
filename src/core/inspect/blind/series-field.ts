import type { ReadPanel } from '../../document/read-dashboard.js';
import { isRecord, recordOf, recordsIn, textOf } from '../../document/read/values.js';
import type { JsonObject } from '../../model/json.js';

/**
 * The field options of one series of a panel: the defaults, and what the overrides that match it say otherwise, by the
 * names of the options (`unit`, `custom.cellOptions`).
 *
 * @param name the series as the panel calls it
 */
export function seriesField({ fieldDefaults, overrides }: ReadPanel, name: string, refId: string): JsonObject {
  const own = recordsIn(overrides, []).filter(({ json }) => isMatched(recordOf(json['matcher']), name, refId));
  const properties = own.flatMap(({ json }) => recordsIn(json['properties'], []));
  const custom = recordOf(fieldDefaults['custom']);
  return {
    ...fieldDefaults,
    ...Object.fromEntries(Object.entries(custom).map(([key, value]) => [`custom.${key}`, value])),
    ...Object.fromEntries(properties.map(({ json: { id, value } }) => [textOf(id) ?? '', value])),
  };
}

function isMatched({ id, options }: JsonObject, name: string, refId: string): boolean {
  if (id === 'byName') return options === name;
  if (id === 'byFrameRefID') return options === refId;
  if (id === 'byNames' && isRecord(options)) return (options['names'] as readonly unknown[]).includes(name);
  return id === 'byRegexp' && isPattern(textOf(options) ?? '', name);
}

/** Grafana writes patterns with or without slashes. */
function isPattern(pattern: string, name: string): boolean {
  const [, inside = pattern, flags = ''] = /^\/(.*)\/([a-z]*)$/s.exec(pattern) ?? [];
  try {
    return new RegExp(inside, flags.replace('g', '')).test(name);
  } catch {
    return false; // Grafana matches nothing with it either
  }
}

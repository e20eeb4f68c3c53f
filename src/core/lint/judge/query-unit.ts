import type { MetricFamily, MetricUnit } from '../../model/metric.js';
import type { Unit } from '../../model/unit.js';
import { seriesName, type Lookup, type Series } from '../../promql/analyze/lookup.js';
import { unitOf } from '../../promql/analyze/unit.js';
import { some, walk, type Node } from '../../promql/node.js';
import { onceForShape } from './shape.js';

/** The unit of a query's result. */
export interface QueryUnit extends Unit {
  /**
   * How it is known: the catalog declares it; the names of the metrics tell it (`_seconds`); or the metrics are
   * counters of something, so that only the arithmetic is known.
   */
  readonly known: 'declared' | 'named' | 'counted';
}

/** The unit of a query's result, by the catalog, and by the names of metrics where that does not say it. */
export function queryUnit(node: Node, catalog: Lookup | undefined): QueryUnit | undefined {
  const lookup = withNames(catalog);
  return onceForShape(node, lookup, () => unitAnew(node, lookup, catalog));
}

function unitAnew(node: Node, lookup: Lookup, catalog: Lookup | undefined): QueryUnit | undefined {
  const unit = unitOf(node, lookup);
  if (unit === 'unknown') return undefined;
  const isShare = unit.base === 'ratio' || unit.base === 'percent';
  return { ...unit, known: isShare && isShareOfItself(node) ? 'declared' : howKnown(node, lookup, catalog) };
}

const lookups = new WeakMap<Lookup, Lookup>();
const bare: Lookup = Object.assign((series: string) => byName(series), { names: [] });

function withNames(catalog: Lookup | undefined): Lookup {
  if (catalog === undefined) return bare;
  const known = lookups.get(catalog);
  if (known !== undefined) return known;
  const lookup: Lookup = Object.assign(
    (series: string) => {
      const found = catalog(series);
      return found === undefined ? byName(series) : withUnit(found);
    },
    { names: catalog.names },
  );
  lookups.set(catalog, lookup);
  return lookup;
}

function howKnown(node: Node, lookup: Lookup, catalog: Lookup | undefined): QueryUnit['known'] {
  let known: QueryUnit['known'] = 'declared';
  walk(node, (inner) => {
    if (inner.kind !== 'selector') return;
    const name = seriesName(inner);
    const series = name === undefined ? undefined : lookup(name);
    const declared = name === undefined ? undefined : catalog?.(name);
    const isCount = series?.part === 'bucket' || series?.part === 'count';
    if (declared !== undefined && (isCount || declared.family.unit !== undefined)) return;
    if (isCount || series?.family.unit !== undefined) {
      if (known === 'declared') known = 'named';
    } else {
      known = 'counted';
    }
  });
  return known;
}

/** True where a query divides a metric by itself, and asks nothing else: what it counts does not matter then. */
function isShareOfItself(node: Node): boolean {
  const names = new Set<string | undefined>();
  walk(node, (inner) => {
    if (inner.kind === 'selector') names.add(seriesName(inner));
  });
  const divides = some(node, (inner) => inner.kind === 'binary' && inner.operator === '/');
  return divides && names.size === 1 && !names.has(undefined);
}

/** A family without a unit gets that of its name. */
function withUnit(series: Series): Series {
  if (series.family.unit !== undefined) return series;
  const { name, type } = series.family;
  return { ...series, family: familyOf(name, type) };
}

const parts = /^(.+)_(bucket|sum|count)$/;

function byName(series: string): Series | undefined {
  const part = parts.exec(series);
  if (part?.[1] !== undefined) {
    return { family: familyOf(part[1], 'histogram'), part: part[2] as 'bucket' | 'sum' | 'count' };
  }
  const isCounter = series.endsWith('_total');
  return isCounter || unitInName(series, 'gauge') !== undefined
    ? { family: familyOf(series, isCounter ? 'counter' : 'gauge'), part: 'value' }
    : undefined;
}

const families = new Map<string, MetricFamily>();
const mostFamilies = 10_000;

function familyOf(name: string, type: MetricFamily['type']): MetricFamily {
  const key = `${type} ${name}`;
  const known = families.get(key);
  if (known !== undefined) return known;
  if (families.size > mostFamilies) families.clear();
  const unit = unitInName(name, type);
  const family: MetricFamily = {
    name,
    type,
    help: '',
    labels: {},
    owners: [],
    origin: 'exported',
    ...(unit === undefined ? {} : { unit }),
  };
  families.set(key, family);
  return family;
}

/** Words that tell that a gauge in seconds is a point in time, or may be one. */
const pointInTime =
  /(?:^|_)(?:timestamp|created|time|start|end|last|expir\w*|not|updated|modified|since|epoch|deadline|birth|boot|next|date)(?:_|$)/;

/** The unit that a metric's name ends in. Source: https://prometheus.io/docs/practices/naming/ */
function unitInName(name: string, type: MetricFamily['type']): MetricUnit | undefined {
  if (name === 'up') return 'bool';
  if (name.includes(':')) return undefined; // recorded: what was done to it is not known
  const stem = name.endsWith('_total') ? name.slice(0, -'_total'.length) : name;
  switch (stem.slice(stem.lastIndexOf('_') + 1)) {
    case 'seconds':
      if (type !== 'gauge') return 'seconds';
      if (/_timestamp_seconds$|_start_time_seconds$/.test(name)) return 'unixSeconds';
      return pointInTime.test(name) ? undefined : 'seconds';
    case 'bytes':
      return 'bytes';
    case 'ratio':
      return 'ratio';
    case 'milliseconds':
    case 'ms':
      return type === 'gauge' && pointInTime.test(name) ? undefined : 'milliseconds';
    case 'requests':
      return type === 'counter' ? 'requests' : undefined;
    default:
      return undefined;
  }
}

import { aggregationFacts, functionFacts } from '../functions.js';
import type { AggregateNode, Node } from '../node.js';
import { isSelection } from '../operators.js';
import { isCounter, seriesName, seriesOf, type Lookup } from '../analyze/lookup.js';
import type { ProblemFinder } from './finder.js';

const instead = { counter: 'delta() or deriv()', gauge: 'rate() or increase()' } as const;

/** A function for counters over a gauge, or one for gauges over a counter. */
export const wrongMetricType: ProblemFinder = (node, { lookup }) => {
  if (node.kind !== 'call') return [];
  const needs = functionFacts(node.name)?.needs;
  const source = samplesOf(node.args);
  if (needs === undefined || source?.kind !== 'selector') return [];
  const series = seriesOf(source, lookup);
  if (series === undefined) return [];
  if (series.family.untyped === true) return [];
  const type = isCounter(series) ? 'counter' : 'gauge';
  // A histogram without its part is a fault of its own.
  if (type === needs || (series.family.type === 'histogram' && series.part === 'value')) return [];
  return [
    `${node.name}() needs a ${needs}: ${seriesName(source) ?? series.family.name} is a ${type}, so use ${instead[needs]}`,
  ];
};

/** `rate` over an aggregation, which hides that counters restart. */
export const rateOfAggregation: ProblemFinder = (node) => {
  const aggregation = aggregationUnderRate(node);
  if (node.kind !== 'call' || aggregation === undefined) return [];
  const { name } = aggregation;
  return [
    `${node.name}() over ${name}() cannot see that a counter restarted: take the ${node.name} first, ${name}(${node.name}(…))`,
  ];
};

/**
 * A sum, average or ranking of what counters have reached since their processes started. Selectors that a builder made
 * are left to their types, which know where the total is meant.
 */
export const bareCounter: ProblemFinder = (node, { lookup, around }) => {
  if (node.kind !== 'aggregate' || aggregationFacts(node.name)?.ofRates !== true) return [];
  if (around[1] !== undefined && aggregationUnderRate(around[1]) === node) return [];
  const counter = counterIn(node.expr, lookup);
  if (counter === undefined) return [];
  return [
    `${node.name}() over the bare counter ${counter} adds up numbers that restart at 0: take rate() or increase() first`,
  ];
};

/** The samples that a function over time goes over: a selector, or what a subquery evaluates. */
function samplesOf(args: readonly Node[]): Node | undefined {
  const series = args.find(
    (argument) => argument.kind === 'subquery' || (argument.kind === 'selector' && argument.range !== undefined),
  );
  return series?.kind === 'subquery' ? series.expr : series;
}

function aggregationUnderRate(node: Node): AggregateNode | undefined {
  if (node.kind !== 'call' || functionFacts(node.name)?.needs !== 'counter') return undefined;
  const source = samplesOf(node.args);
  return source?.kind === 'aggregate' && aggregationFacts(source.name)?.result === 'fold' ? source : undefined;
}

/** Functions that hand on the samples they are given. */
const handingOn: ReadonlySet<string> = new Set([
  'label_replace',
  'label_join',
  'last_over_time',
  'sort',
  'sort_desc',
  'info',
]);

/** The name of the counter whose samples a vector is. */
function counterIn(node: Node, lookup: Lookup): string | undefined {
  if (node.kind === 'selector') {
    const series = seriesOf(node, lookup);
    return node.family === undefined && series !== undefined && series.family.untyped !== true && isCounter(series)
      ? seriesName(node)
      : undefined;
  }
  if (node.kind === 'call' && handingOn.has(node.name) && node.args[0] !== undefined)
    return counterIn(node.args[0], lookup);
  if (isSelection(node)) return counterIn(node.left, lookup);
  return undefined;
}

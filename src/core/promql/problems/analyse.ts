import type { ResultUnit } from '../../model/unit.js';
import type { Node } from '../node.js';
import { carriedLabels, type CarriedLabels } from '../analyze/labels.js';
import type { Lookup } from '../analyze/lookup.js';
import { seriesUsed } from '../analyze/metrics.js';
import { problems, type QueryProblem } from './problems.js';
import { rolesAsked } from '../analyze/roles.js';
import { skeleton } from '../analyze/skeleton.js';
import { unitOf } from '../analyze/unit.js';
import { variablesUsed } from '../analyze/variables.js';

/** The meaning of a query, given the catalog. */
export interface QueryAnalysis {
  /** The things that are certainly wrong with it, each sentence once. */
  readonly problems: readonly QueryProblem[];
  readonly carried: CarriedLabels;
  readonly unit: ResultUnit;
  readonly roles: readonly string[];
  /** Names of the series that are selected, each once. */
  readonly series: readonly string[];
  /** Names of their families, each once. */
  readonly families: readonly string[];
  readonly variables: readonly string[];
  /** Families that an author declared, but that the catalog does not have. */
  readonly strangers: readonly string[];
}

/** Enough for the shapes of a large pack; then they are forgotten, so that memory does not grow with their number. */
const mostShapes = 2000;

const known = new WeakMap<Lookup, Map<string, QueryAnalysis>>();

/** Analyses a query. Queries of one shape are analysed once: see `skeleton`. */
export function analyse(node: Node, lookup: Lookup): QueryAnalysis {
  const shapes = known.get(lookup) ?? new Map<string, QueryAnalysis>();
  known.set(lookup, shapes);
  const shape = skeleton(node);
  let analysis = shapes.get(shape);
  if (analysis === undefined) {
    analysis = analyseAnew(node, lookup);
    // A problem's sentence may quote the query, values and all: it is true of this one only.
    if (analysis.problems.length > 0) return analysis;
    if (shapes.size === mostShapes) shapes.clear();
    shapes.set(shape, analysis);
  }
  return analysis;
}

function analyseAnew(node: Node, lookup: Lookup): QueryAnalysis {
  const series = new Set<string>();
  const families = new Set<string>();
  const strangers = new Set<string>();
  for (const { family, metric, node: selector } of seriesUsed(node, lookup)) {
    if (metric !== undefined) series.add(metric);
    if (family === undefined) continue;
    families.add(family.name);
    const isDeclared = selector.family !== undefined && metric !== undefined;
    if (isDeclared && lookup(metric)?.family !== family) strangers.add(family.name);
  }
  return {
    problems: problems(node, lookup),
    carried: carriedLabels(node, lookup),
    unit: unitOf(node, lookup),
    roles: [...rolesAsked(node, lookup)],
    series: [...series],
    families: [...families],
    variables: [...variablesUsed(node)],
    strangers: [...strangers],
  };
}

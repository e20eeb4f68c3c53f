import { skeleton } from '../../promql/analyze/skeleton.js';
import { walk, type Node } from '../../promql/node.js';
import type { Check } from '../check.js';

/** The knowledge of all queries of one shape: they differ only in values of labels that say nothing to a check. */
export interface QueryShape {
  /** The checks that look at the tree alone, and found nothing. */
  readonly sound: Set<Check>;
  /** The answers worked out from the tree, by the question. */
  readonly facts: Map<object, unknown>;
}

/** Enough for the shapes of a large pack; then they are forgotten, so that memory does not grow with their number. */
const mostShapes = 2000;

const shapes = new WeakMap<Node, QueryShape>();

/** The shapes of the queries of one pack: what is known of them holds for its catalog. */
export class QueryShapes {
  readonly #known = new Map<string, QueryShape>();

  /**
   * Takes note of the shape of a tree.
   *
   * @param built the tree as builders made it, with its families
   * @param written the same as the parser makes it
   */
  note(built: Node, written: Node): void {
    const key = shapeKey(built);
    let shape = this.#known.get(key);
    if (shape === undefined) {
      shape = { sound: new Set(), facts: new Map() };
      if (this.#known.size === mostShapes) this.#known.clear();
      this.#known.set(key, shape);
    }
    shapes.set(written, shape);
  }
}

/** The shape of a tree; undefined where nobody took note of it. */
export function shapeOf(node: Node): QueryShape | undefined {
  return shapes.get(node);
}

/**
 * Works something out of a tree, once for all trees of its shape.
 *
 * @param asked what it is worked out with, such as a catalog: by this it is remembered
 * @param workOut must not look at values of labels
 */
export function onceForShape<Fact>(node: Node, asked: object, workOut: () => Fact): Fact {
  const facts = shapes.get(node)?.facts;
  if (facts === undefined) return workOut();
  if (facts.has(asked)) return facts.get(asked) as Fact;
  const fact = workOut();
  facts.set(asked, fact);
  return fact;
}

/** Words that mean themselves, whatever reads them: no pattern, no escape, no variable. */
const plain = /^[\w/:.-]+$/;

/**
 * The key that tells shapes apart: the skeleton, and which of the values in `=` are the same. Where a value may meet a
 * pattern or another text in the query, all values count.
 */
function shapeKey(node: Node): string {
  const values: string[] = [];
  const equal = new Set<string>();
  const other = new Set<string>();
  let isPlain = true;
  walk(node, (inner) => {
    if (inner.kind === 'string' || (inner.kind === 'selector' && inner.verbatim !== undefined)) isPlain = false;
    if (inner.kind !== 'selector') return;
    for (const { label, operator, value } of inner.matchers) {
      if (operator === '=') {
        values.push(value);
        equal.add(label);
        isPlain &&= plain.test(value);
      } else other.add(label);
    }
  });
  for (const label of other) if (equal.has(label)) isPlain = false;
  const which = isPlain ? values.map((value) => values.indexOf(value)) : values.map((value) => JSON.stringify(value));
  return `${skeleton(node)}\n${which.join()}`;
}

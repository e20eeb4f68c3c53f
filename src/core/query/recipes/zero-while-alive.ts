import type { MetricFamily, ProducerFacts } from '../../model/metric.js';
import type { Problem, ProblemListing } from '../../model/problem.js';
import {
  expression,
  type AnyVector,
  type LabelsOf,
  type RoleOf,
  type VariablesOf,
  type Vector,
} from '../../promql/expression.js';
import { walk, type Node } from '../../promql/node.js';
import { withRole } from '../with-role.js';

/** Refuses what has several series: the 0 would be one more, without labels. */
export type ValidSingle<Name extends string, E> = [LabelsOf<E>] extends [never]
  ? unknown
  : ProblemListing<
      `${Name}() is for one series without labels: the 0 would stand beside the others; this expression carries`,
      LabelsOf<E>
    >;

/**
 * A count that is 0 while nothing happened and its producer is alive, and no data while the producer is down or known
 * to be blind. In place of `or vector(0)`, which shows 0 for a dead exporter.
 *
 * @param of counts events of one producer in one series without labels: `sum(increase(errors(), '5m'))`
 *
 * @example
 * zeroWhileAlive(sum(increase(errors(), '5m')))
 * // (sum(increase(errors_total[5m])) or vector(0)) and on () up{job="web"} == 1
 */
export function zeroWhileAlive<E extends AnyVector>(
  of: E & ValidSingle<'zeroWhileAlive', E>,
): Vector<RoleOf<E>, never, VariablesOf<E>> {
  assertNotMissing('zeroWhileAlive', of.node);
  const { producer, role } = producerOf(of.node);
  const alive = producer.alive() as Node;
  return zeroWhile(of.node, role === undefined ? alive : withRole(alive, role));
}

/**
 * A count that is 0 while nothing happened and a witness has a sample, and no data without one. For what no producer
 * exports: `ALERTS` is empty when nothing fires and when no rules are loaded, so the witness is a series that the rules
 * record.
 *
 * @example
 * zeroWhileWitnessed(count(ALERTS.on(AI_LIVE)({ alertstate: 'firing' })), rulesLoaded())
 */
export function zeroWhileWitnessed<E extends AnyVector, W extends AnyVector>(
  of: E & ValidSingle<'zeroWhileWitnessed', E>,
  witness: W &
    ([RoleOf<W>] extends [RoleOf<E>]
      ? unknown
      : Problem<`two roles in one expression: the witness asks ${RoleOf<W>}, the count asks ${RoleOf<E>}, and no datasource has both`>),
): Vector<RoleOf<E>, never, VariablesOf<E> | VariablesOf<W>> {
  assertNotMissing('zeroWhileWitnessed', of.node);
  return zeroWhile(of.node, witness.node);
}

function zeroWhile<E extends AnyVector>(of: Node, alive: Node): E {
  const zero: Node = { kind: 'call', name: 'vector', args: [{ kind: 'number', value: 0 }] };
  return expression<AnyVector>('vector', {
    kind: 'binary',
    operator: 'and',
    left: { kind: 'binary', operator: 'or', left: of, right: zero },
    right: alive,
    matching: { on: [] },
    guard: true,
  }) as E;
}

/** Who must be alive, and the role on whose server that is asked where the expression names one. */
interface Vouching {
  readonly producer: ProducerFacts;
  readonly role: string | undefined;
}

function producerOf(node: Node): Vouching {
  let found: Vouching | undefined;
  walk(node, (inner) => {
    if (inner.kind !== 'selector' || inner.family === undefined) return;
    const producer = vouchingFor(inner.family);
    if (found !== undefined && found.producer.job !== producer.job)
      throw twoProducers(found.producer.job, producer.job);
    found = { producer, role: inner.role };
  });
  if (found === undefined) throw new TypeError('zeroWhileAlive() needs an expression over metrics of one producer');
  return found;
}

function vouchingFor(family: MetricFamily): ProducerFacts {
  const { name, type, producers = [] } = family;
  const [producer, other] = producers;
  if (producer === undefined) {
    throw new TypeError(
      `zeroWhileAlive() of ${name}: no producer exports it, so nothing says when its 0 is true; use zeroWhileWitnessed()`,
    );
  }
  if (other !== undefined) throw twoProducers(producer.job, other.job);
  if (type === 'gauge') {
    throw new TypeError(
      `zeroWhileAlive() of ${name}: a gauge has a value or is absent, and absent is not 0; leave it empty`,
    );
  }
  return producer;
}

function twoProducers(one: string, other: string): TypeError {
  return new TypeError(`zeroWhileAlive() over two producers, ${one} and ${other}: which one must be alive?`);
}

/** A 0 of what nobody exports is true of nothing, whoever is alive. */
function assertNotMissing(recipe: string, node: Node): void {
  walk(node, (inner) => {
    const missing = inner.kind === 'selector' ? inner.family?.missing : undefined;
    if (inner.kind !== 'selector' || missing === undefined) return;
    throw new TypeError(
      `${recipe}() of ${inner.family?.name}: nobody exports it yet, so its 0 would be made up; leave the panel empty until ${missing.producer.job} exports it`,
    );
  });
}

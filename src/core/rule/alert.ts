import { callerPosition } from '../catalog/caller.js';
import type { Position } from '../model/position.js';
import type { Problem, Refuse } from '../model/problem.js';
import type { AnyVector, LabelsOf, RoleOf, VariablesOf } from '../promql/expression.js';
import type { Node } from '../promql/node.js';
import type { ValidAsked } from '../query/query.js';
import type { Duration } from '../query/window.js';
import type { AlertTest } from './alert-test.js';
import type { AskedBy } from './rule-role.js';
import type { ValidLines, ValidTemplate } from './template.js';
import { secondsOf } from './timeline.js';

/** An alert as data. */
export interface AlertDefinition {
  readonly kind: 'alert';
  readonly name: string;
  readonly node: Node;
  readonly for: string;
  readonly keepFiringFor: string | undefined;
  /** Its own, with `severity`. */
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly tests: readonly AlertTest<string>[];
  readonly position: Position;
}

/** The declaration of an alert, checked. */
export interface AlertSpec {
  readonly when: { readonly node: Node };
  readonly for: string;
  readonly keepFiringFor?: string;
  readonly severity: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly description: string | readonly string[];
  readonly runbook: string;
  readonly tests: readonly AlertTest<string>[];
}

/** An alert, with the role whose Prometheus evaluates it. */
export interface Alert<Role extends string> extends AlertDefinition, AskedBy<Role> {}

/** Refuses what only a dashboard fills in. `What` names the rule. */
export type FreeOfVariables<E, What extends string> = Refuse<
  VariablesOf<E> extends never
    ? never
    : Problem<`${What} is evaluated by Prometheus, which does not know the dashboard variable "${VariablesOf<E>}"`>
>;

/** Refuses what Prometheus cannot read as a duration. */
export type ValidDuration<Text extends string> = Refuse<
  Text extends Duration
    ? never
    : Problem<`"${Text}" is not a duration that Prometheus reads: write a whole number and a unit, such as 5m or 1h30m`>
>;

/**
 * Declares an alert: like a panel, its datasource follows from the metrics it asks, and its texts may only read labels
 * that its query returns. Its own, `severity` among them, are no part of what Prometheus renders texts with.
 *
 * @param name stable: routes, silences and the tile that counts alerts know it
 * @param spec `when`: what it fires for, a comparison; `for`: how long that must hold, a PromQL duration;
 * `keepFiringFor`: how long it stays after; `severity`: the label that routes look at; `labels`: more of its own;
 * `summary`: what has happened, in a line; `description`: what it means and what to do first, a text or a list of lines;
 * `runbook`: where more is written; `tests`: series with which it fires, and others with which it must not; both are asked for
 *
 * @example
 * export const exporterDown = alert('ExporterDown', {
 *   when: eq(up.on(LOCAL)({ job: 'web' }), 0),
 *   for: '1m',
 *   severity: 'page',
 *   summary: 'The exporter {{ $labels.instance }} is down',
 *   description: ['Prometheus cannot scrape it.', 'Look whether it runs.'],
 *   runbook: 'https://example.org/runbook#exporter-down',
 *   tests: [
 *     alertTest('fires after a minute', [series(up.on(LOCAL)({ job: 'web', instance: 'a:1' }), hold(0))], [
 *       silentAt('55s'),
 *       firesAt('1m', { job: 'web', instance: 'a:1' }),
 *     ]),
 *     alertTest('silent while it is up', [series(up.on(LOCAL)({ job: 'web', instance: 'a:1' }), hold(1))], [silentUntil('10m')]),
 *   ],
 * });
 */
export function alert<
  E extends AnyVector,
  const For extends string,
  const Summary extends string,
  const Description extends string | readonly string[],
  const Labels extends Readonly<Record<string, string>> = {},
  const Keep extends string = never,
>(
  name: string,
  spec: {
    readonly when: E & ValidAsked<E> & FreeOfVariables<E, 'an alert'>;
    readonly for: For & ValidDuration<For>;
    readonly keepFiringFor?: Keep & ValidDuration<Keep>;
    readonly severity: string;
    readonly labels?: Labels;
    readonly summary: Summary & ValidTemplate<Summary, LabelsOf<E>, 'summary'>;
    readonly description: Description & ValidLines<Description, LabelsOf<E>, 'description'>;
    readonly runbook: string;
    readonly tests: readonly AlertTest<LabelsOf<E>>[];
  },
): Alert<RoleOf<E>> {
  return alertOf(name, spec, alert) as Alert<RoleOf<E>>;
}

/** An alert as data. `builder` is what its author called. */
export function alertOf(name: string, spec: AlertSpec, builder: (...args: never[]) => unknown): AlertDefinition {
  const { description, keepFiringFor } = spec;
  // A blank inside is a number to the compiler, and no duration to Prometheus.
  for (const duration of [spec.for, keepFiringFor]) if (duration !== undefined) secondsOf(duration);
  return {
    kind: 'alert',
    name,
    node: spec.when.node,
    for: spec.for,
    keepFiringFor,
    labels: { severity: spec.severity, ...spec.labels },
    annotations: { summary: spec.summary, description: linesOf(description), runbook_url: spec.runbook },
    tests: spec.tests,
    position: callerPosition(builder),
  };
}

function linesOf(text: string | readonly string[]): string {
  return typeof text === 'string' ? text : text.join('\n');
}

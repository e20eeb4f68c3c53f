import type { AnyVector, LabelsOf, RoleOf } from '../promql/expression.js';
import type { ValidAsked } from '../query/query.js';
import { alertOf, type Alert, type AlertSpec, type ValidDuration, type FreeOfVariables } from './alert.js';
import type { AlertTest } from './alert-test.js';
import type { ValidLines, ValidTemplate } from './template.js';

/** The settings that several alerts have alike. */
export interface AlertDefaults {
  readonly severity: string;
  /** More labels of each. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly runbook: string;
}

/** Declares an alert as `alert` does, but for what is alike. */
export type DeclareAlert = <
  E extends AnyVector,
  const For extends string,
  const Summary extends string,
  const Description extends string | readonly string[],
  const Keep extends string = never,
>(
  name: string,
  spec: {
    readonly when: E & ValidAsked<E> & FreeOfVariables<E, 'an alert'>;
    readonly for: For & ValidDuration<For>;
    readonly keepFiringFor?: Keep & ValidDuration<Keep>;
    /** Default: what is alike. */
    readonly severity?: string;
    /** Beside those that are alike. */
    readonly labels?: Readonly<Record<string, string>>;
    readonly summary: Summary & ValidTemplate<Summary, LabelsOf<E>, 'summary'>;
    readonly description: Description & ValidLines<Description, LabelsOf<E>, 'description'>;
    /** Default: what is alike. */
    readonly runbook?: string;
    readonly tests: readonly AlertTest<LabelsOf<E>>[];
  },
) => Alert<RoleOf<E>>;

/**
 * Declares alerts that have severity, labels and runbook alike: each says only what differs.
 *
 * @example
 * const webAlert = alertsWith({ severity: 'warning', labels: { component: 'web' }, runbook });
 * export const slow = webAlert('WebSlow', { when: gt(latency, 0.5), for: '5m', summary: … });
 * export const down = webAlert('WebDown', { when: eq(up.on(LOCAL)(), 0), for: '1m', severity: 'page', summary: … });
 */
export function alertsWith(defaults: AlertDefaults): DeclareAlert {
  const declare = (name: string, spec: Omit<AlertSpec, keyof AlertDefaults> & Partial<AlertDefaults>) =>
    alertOf(name, { ...defaults, ...spec, labels: { ...defaults.labels, ...spec.labels } }, declare);
  return declare as unknown as DeclareAlert;
}

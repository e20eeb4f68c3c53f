import type { Json } from '../../model/json.js';
import type { ReadPanel } from '../../document/read-dashboard.js';
import { recordOf, textOf } from '../../document/read/values.js';
import type { Aspect } from '../part/aspect.js';
import type { Change } from '../change.js';
import { pair } from '../pair/pair.js';
import { differingIn } from '../value/differing.js';
import { printValue } from '../value/print-value.js';

/** The changes that are made to the data before they are shown: steps added and removed, and the options of a step. */
export const transformations: Aspect<ReadPanel> = {
  members: ['transformations'],
  compare(before, after) {
    const [left, right] = [before.transformations, after.transformations];
    const { both, gone, come } = pair(left, right, [(step) => JSON.stringify(step), nameOf]);
    const change = (label: string, from: string | undefined, to: string | undefined): Change => ({
      kind: 'transformation',
      label,
      before: from,
      after: to,
      details: [],
    });
    const order = (steps: readonly Json[], others: readonly Json[]): string =>
      steps
        .filter((step) => !others.includes(step))
        .map(nameOf)
        .join(', ');
    const [orderBefore, orderAfter] = [order(left, gone), order(right, come)];
    return [
      ...gone.map((step) => change(`transformation ${nameOf(step)}`, printValue(recordOf(step)['options']), undefined)),
      ...both.flatMap((each) =>
        differingIn(each.before, each.after).map((at) =>
          change(
            `transformation ${nameOf(each.after)}, ${at.path.replace(/^options\./, '')}`,
            printValue(at.before),
            printValue(at.after),
          ),
        ),
      ),
      ...come.map((step) => change(`transformation ${nameOf(step)}`, undefined, printValue(recordOf(step)['options']))),
      ...(orderBefore === orderAfter ? [] : [change('order of transformations', orderBefore, orderAfter)]),
    ];
  },
};

function nameOf(step: Json): string {
  return textOf(recordOf(step)['id']) ?? 'unknown';
}

import type { ReadPanel } from '../../document/read-dashboard.js';
import { equal } from '../../promql/equal.js';
import type { Lookup } from '../../promql/analyze/lookup.js';
import type { Aspect } from '../part/aspect.js';
import type { Change } from '../change.js';
import { pair, type Pairs } from '../pair/pair.js';
import { differingIn } from '../value/differing.js';
import { printValue } from '../value/print-value.js';
import { isNothing, isSame } from '../value/same.js';
import { consequences } from './consequences.js';
import { printDatasource } from './print-datasource.js';
import { targetsOf, type Target } from './targets.js';

/** The queries of a panel: their texts with what follows from them, legends, datasources, and how they are asked. */
export const queries: Aspect<ReadPanel> = {
  members: ['targets', 'datasource'],
  compare(before, after, lookup) {
    const [left, right] = [targetsOf(before), targetsOf(after)];
    const { both, gone, come } = pairTargets(left, right);
    const isAlone = left.length <= 1 && right.length <= 1;
    const nameOf = ({ refId }: Target): string => (isAlone || refId === '' ? 'query' : `query ${refId}`);
    return [
      ...gone.map((target) => whole(nameOf(target), target, 'before')),
      ...both.flatMap((each) => compareTargets(each.before, each.after, nameOf(each.after), lookup)),
      ...come.map((target) => whole(nameOf(target), target, 'after')),
    ];
  },
  quiet: (before, after) =>
    pairTargets(targetsOf(before), targetsOf(after)).both.flatMap((each) => [
      ...unseen.filter((member) => !isSame(each.before.json[member], each.after.json[member])),
      ...(each.before.text !== each.after.text && isSameQuery(each.before, each.after) ? ['spaces in the query'] : []),
    ]),
};

function pairTargets(before: readonly Target[], after: readonly Target[]): Pairs<Target> {
  return pair(before, after, [
    ({ refId, text }) => `${refId}\0${text}`,
    ({ text }) => text,
    ({ refId }) => refId,
    (_target, index) => `${index}`,
  ]);
}

/** A query that came or went: all of it. */
export function whole(label: string, { text, datasource }: Target, side: 'before' | 'after'): Change {
  const where = printDatasource(datasource);
  return {
    kind: 'query',
    label,
    before: side === 'before' ? text : undefined,
    after: side === 'after' ? text : undefined,
    details: where === undefined ? [] : [`asks ${where}`],
  };
}

const unseen = ['refId', 'editorMode', 'useBackend', 'key'];

/** The members that the comparison of texts, legends and datasources speaks for, and those that no viewer sees. */
const claimed = new Set(['expr', 'rawSql', 'query', 'legendFormat', 'datasource', 'hide', ...unseen]);

function compareTargets(before: Target, after: Target, label: string, lookup: Lookup): readonly Change[] {
  const prefix = label === 'query' ? '' : ` of ${label}`;
  const change = (kind: Change['kind'], name: string, left: string | undefined, right: string | undefined): Change[] =>
    left === right ? [] : [{ kind, label: name, before: left, after: right, details: [] }];
  return [
    ...(isSameQuery(before, after)
      ? []
      : [
          {
            kind: 'query' as const,
            label,
            before: before.text,
            after: after.text,
            details: consequences(before.query?.node, after.query?.node, lookup),
          },
        ]),
    ...change(
      'datasource',
      `datasource${prefix}`,
      printDatasource(before.datasource),
      printDatasource(after.datasource),
    ),
    ...change(
      'legend',
      `legend${prefix}`,
      printValue(before.json['legendFormat']),
      printValue(after.json['legendFormat']),
    ),
    ...change('query', `${label} hidden`, isHidden(before), isHidden(after)),
    ...differingIn(before.json, after.json, claimed)
      .filter((each) => !(isNothing(each.before) && isNothing(each.after)))
      .flatMap(({ path, ...values }) =>
        change('query', `${path}${prefix}`, printValue(values.before), printValue(values.after)),
      ),
  ];
}

/** True where both ask the same, however it is written. */
function isSameQuery(before: Target, after: Target): boolean {
  if (before.text === after.text) return true;
  const [left, right] = [before.query?.node, after.query?.node];
  return left !== undefined && right !== undefined && equal(left, right);
}

function isHidden({ json }: Target): string {
  return json['hide'] === true ? 'yes' : 'no';
}

import type { ReadAnnotation, ReadDashboard } from '../../document/read-dashboard.js';
import { compareParts, valueAspect, type Aspect, type AspectTable } from '../part/aspect.js';
import type { Change } from '../change.js';
import { pair, type Pairs } from '../pair/pair.js';
import { consequences } from '../query/consequences.js';
import { printDatasource } from '../query/print-datasource.js';
import { printWord } from '../value/print-value.js';

/** The annotations of a dashboard: when something happened, as its graphs show it. */
export const annotations: Aspect<ReadDashboard> = {
  members: ['annotations.list'],
  compare(before, after, lookup) {
    const { both, gone, come } = pairAnnotations(before, after);
    return [
      ...gone.map((each) => change(named(each), asks(each) ?? each.name, undefined)),
      ...both.flatMap((each) =>
        compareParts(each.before, each.after, table, lookup).changes.map((found): Change => ({
          ...found,
          kind: 'annotation',
          label: `${named(each.after)}, ${found.label}`,
        })),
      ),
      ...come.map((each) => change(named(each), undefined, asks(each) ?? each.name)),
    ];
  },
};

const table: AspectTable<ReadAnnotation> = {
  aspects: [
    valueAspect('annotation', 'name', 'name'),
    {
      members: ['expr', 'target.expr', 'datasource'],
      compare(before, after, lookup) {
        const where = [printDatasource(before.datasource), printDatasource(after.datasource)] as const;
        return [
          ...(asks(before) === asks(after)
            ? []
            : [
                {
                  ...change('query', asks(before), asks(after)),
                  details: consequences(before.queries[0]?.node, after.queries[0]?.node, lookup),
                },
              ]),
          ...(where[0] === where[1] ? [] : [change('datasource', where[0], where[1])]),
        ];
      },
    },
    valueAspect('annotation', 'colour', 'iconColor', printWord),
  ],
  quiet: ['target.refId'],
  prefixes: [],
};

function pairAnnotations(before: ReadDashboard, after: ReadDashboard): Pairs<ReadAnnotation> {
  return pair(before.annotations, after.annotations, [({ name }) => name, asks]);
}

function change(label: string, before: string | undefined, after: string | undefined): Change {
  return { kind: 'annotation', label, before, after, details: [] };
}

function named({ name }: ReadAnnotation): string {
  return `annotation ${JSON.stringify(name)}`;
}

function asks({ queries }: ReadAnnotation): string | undefined {
  return queries[0]?.expr;
}

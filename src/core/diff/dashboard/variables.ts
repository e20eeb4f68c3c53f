import type { Json } from '../../model/json.js';
import type { ReadDashboard, ReadVariable } from '../../document/read-dashboard.js';
import { isRecord, textOf } from '../../document/read/values.js';
import { compareParts, valueAspect, type Aspect, type AspectTable } from '../part/aspect.js';
import type { Change } from '../change.js';
import { pair } from '../pair/pair.js';
import { printValue, printWord } from '../value/print-value.js';

/** The variables of a dashboard: what viewers can choose, and what it begins with. */
export const variables: Aspect<ReadDashboard> = {
  members: ['templating.list'],
  compare(before, after, lookup) {
    const { both, gone, come } = pairVariables(before, after);
    const whole = (variable: ReadVariable): string =>
      `${variable.type}${variable.hide === 2 ? ', hidden' : ''}: ${asks(variable)}`;
    return [
      ...gone.map((each) => change(named(each), whole(each), undefined)),
      ...both.flatMap((each) => [
        ...(each.before.name === each.after.name
          ? []
          : [change('variable renamed', JSON.stringify(each.before.name), JSON.stringify(each.after.name))]),
        ...compareParts(each.before, each.after, table, lookup).changes.map((found): Change => ({
          ...found,
          kind: 'variable',
          label: `${named(each.after)}, ${found.label}`,
        })),
      ]),
      ...come.map((each) => change(named(each), undefined, whole(each))),
    ];
  },
  quiet: (before, after) =>
    pairVariables(before, after).both.flatMap((each) =>
      compareParts(each.before, each.after, table, nobody).quiet.map((member) => `${member} of a variable`),
    ),
};

const nobody = Object.assign(() => undefined, { names: [] });

const hides = ['shown', 'shown without its label', 'hidden'];

const table: AspectTable<ReadVariable> = {
  aspects: [
    { members: ['name'], compare: () => [] }, // said of the pair
    valueAspect('variable', 'label', 'label'),
    valueAspect('variable', 'type', 'type', printWord),
    {
      members: ['hide'],
      compare: (before, after) =>
        before.hide === after.hide ? [] : [change('in the bar', hides[before.hide] ?? '', hides[after.hide] ?? '')],
    },
    {
      members: ['query', 'definition'],
      compare: (before, after) => (asks(before) === asks(after) ? [] : [change('values', asks(before), asks(after))]),
    },
    {
      members: ['current', 'options'],
      compare: (before, after) => {
        const [left, right] = [printList(before.current), printList(after.current)];
        return left === right ? [] : [change('at first', left, right)];
      },
    },
    valueAspect('variable', 'datasource', 'datasource', printDatasource),
  ],
  quiet: ['id'],
  prefixes: [],
};

function pairVariables(before: ReadDashboard, after: ReadDashboard): ReturnType<typeof pair<ReadVariable>> {
  return pair(before.variables, after.variables, [
    ({ name }) => name,
    (variable) => (asks(variable) === '' ? undefined : `${variable.type}\0${asks(variable)}`),
  ]);
}

function change(label: string, before: string | undefined, after: string | undefined): Change {
  return { kind: 'variable', label, before, after, details: [] };
}

function named({ name }: ReadVariable): string {
  return `variable ${JSON.stringify(name)}`;
}

function asks({ query, json }: ReadVariable): string {
  return query ?? printValue(json['query']) ?? '';
}

function printList(values: readonly string[]): string {
  return values.map((value) => (value === '$__all' ? 'All' : JSON.stringify(value))).join(', ');
}

function printDatasource(value: Json | undefined): string | undefined {
  return isRecord(value) ? (textOf(value['uid']) ?? textOf(value['type'])) : printWord(value);
}

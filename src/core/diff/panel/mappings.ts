import { pair } from '../pair/pair.js';
import { valueAt } from '../value/differing.js';
import type { Aspect, Part } from '../part/aspect.js';
import type { Change } from '../change.js';
import { listMappings, type ListedMapping } from './list-mappings.js';

const member = 'fieldConfig.defaults.mappings';

/** The values that a panel shows as something else: one change for each value. */
export const mappings: Aspect<Part> = {
  members: [member],
  compare: (before, after) =>
    compareMappings(listMappings(valueAt(before.json, member)), listMappings(valueAt(after.json, member))),
};

function compareMappings(before: readonly ListedMapping[], after: readonly ListedMapping[]): readonly Change[] {
  const { both, gone, come } = pair(before, after, [({ from }) => from]);
  const change = (from: string, left: string | undefined, right: string | undefined): Change => ({
    kind: 'mapping',
    label: `mapping of ${from}`,
    before: left,
    after: right,
    details: [],
  });
  return [
    ...gone.map(({ from, to }) => change(from, to, undefined)),
    ...both
      .filter((each) => each.before.to !== each.after.to)
      .map((each) => change(each.after.from, each.before.to, each.after.to)),
    ...come.map(({ from, to }) => change(from, undefined, to)),
  ];
}

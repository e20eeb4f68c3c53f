import type { Json, JsonObject } from '../../model/json.js';
import type { ReadPanel } from '../../document/read-dashboard.js';
import { recordOf, recordsIn, textOf } from '../../document/read/values.js';
import type { Aspect } from '../part/aspect.js';
import type { Change } from '../change.js';
import { pair } from '../pair/pair.js';
import { printValue, printWord } from '../value/print-value.js';
import { isSame } from '../value/same.js';
import { listMappings } from './list-mappings.js';
import { printThresholds } from './print-thresholds.js';

/** The options of single series or columns of a panel: one change for each property. */
export const overrides: Aspect<ReadPanel> = {
  members: ['fieldConfig.overrides'],
  compare: (before, after) => {
    const { both, gone, come } = pair(propertiesOf(before), propertiesOf(after), [({ label }) => label]);
    const change = (label: string, left: string | undefined, right: string | undefined): Change => ({
      kind: 'override',
      label,
      before: left,
      after: right,
      details: [],
    });
    return [
      ...gone.map(({ id, label, value }) => change(label, print(id, value), undefined)),
      ...both
        .filter((each) => !isSame(each.before.value, each.after.value))
        .map((each) =>
          change(each.after.label, print(each.after.id, each.before.value), print(each.after.id, each.after.value)),
        ),
      ...come.map(({ id, label, value }) => change(label, undefined, print(id, value))),
    ];
  },
};

interface Property {
  readonly id: string;
  /** `unit of the field "p95"`. */
  readonly label: string;
  readonly value: Json | undefined;
}

function propertiesOf({ overrides: list }: ReadPanel): readonly Property[] {
  return recordsIn(list, []).flatMap(({ json: { matcher, properties } }) =>
    recordsIn(properties, []).map(({ json: { id, value } }) => {
      const name = textOf(id) ?? '';
      return { id: name, label: `${name.replace(/^custom\./, '')} of ${printMatcher(recordOf(matcher))}`, value };
    }),
  );
}

const matchers: Readonly<Record<string, string>> = {
  byName: 'the field',
  byRegexp: 'fields like',
  byFrameRefID: 'the query',
  byType: 'fields of the type',
};

function printMatcher({ id, options }: JsonObject): string {
  const kind = textOf(id) ?? '';
  return `${matchers[kind] ?? kind} ${printValue(options) ?? ''}`.trim();
}

function print(id: string, value: Json | undefined): string | undefined {
  if (id === 'thresholds') return printThresholds(value) ?? printValue(value);
  if (id === 'mappings')
    return listMappings(value)
      .map(({ from, to }) => `${from} as ${to}`)
      .join(', ');
  return id === 'unit' ? printWord(value) : printValue(value);
}

import type { Json, JsonObject } from '../../model/json.js';
import type { Lookup } from '../../promql/analyze/lookup.js';
import type { Change, ChangeKind, PartChanges } from '../change.js';
import { differingIn, valueAt } from '../value/differing.js';
import { printValue } from '../value/print-value.js';
import { isNothing, isSame } from '../value/same.js';

/** Something of a part of a dashboard that a viewer notices, and how it is compared. */
export interface Aspect<Each> {
  /** The members of the part's JSON that it speaks for, names with dots between them. */
  readonly members: readonly string[];
  /** The changes, given the catalog. */
  readonly compare: (before: Each, after: Each, lookup: Lookup) => readonly Change[];
  /** The changes in its members that no viewer sees, by name. */
  readonly quiet?: (before: Each, after: Each) => readonly string[];
}

/** Everything that is compared of one kind of part. */
export interface AspectTable<Each> {
  readonly aspects: readonly Aspect<Each>[];
  /** Members that no viewer sees. */
  readonly quiet: readonly string[];
  /** Beginnings of names that settings are shown without. */
  readonly prefixes: readonly string[];
}

/** A part of a dashboard, in the words of a classic one. */
export interface Part {
  readonly json: JsonObject;
}

/**
 * An aspect that is one value of the JSON.
 *
 * @param print how people read it; default: as JSON
 */
export function valueAspect(
  kind: ChangeKind,
  label: string,
  member: string,
  print: (value: Json | undefined) => string | undefined = printValue,
): Aspect<Part> {
  return {
    members: [member],
    compare(before, after) {
      const [left, right] = [valueAt(before.json, member), valueAt(after.json, member)];
      if (isSame(left, right) || (isNothing(left) && isNothing(right))) return [];
      const texts = {
        before: isNothing(left) ? undefined : print(left),
        after: isNothing(right) ? undefined : print(right),
      };
      return texts.before === texts.after ? [] : [{ kind, label, ...texts, details: [] }];
    },
  };
}

/**
 * Compares a part: by its aspects, and what none of them speaks for, value by value. What no viewer sees is named apart,
 * so that nothing is passed over.
 */
export function compareParts<Each extends Part>(
  before: Each,
  after: Each,
  { aspects, quiet, prefixes }: AspectTable<Each>,
  lookup: Lookup,
): PartChanges {
  const claimed = new Set([...aspects.flatMap(({ members }) => members), ...quiet]);
  const rest = differingIn(before.json, after.json, claimed);
  const settings = rest.filter((each) => !(isNothing(each.before) && isNothing(each.after)));
  return {
    changes: [
      ...aspects.flatMap((aspect) => aspect.compare(before, after, lookup)),
      ...settings.map(({ path, ...values }): Change => ({
        kind: 'setting',
        label: shortName(path, prefixes),
        before: printValue(values.before),
        after: printValue(values.after),
        details: [],
      })),
    ],
    quiet: [
      ...aspects.flatMap((aspect) => aspect.quiet?.(before, after) ?? []),
      ...quiet.filter((member) => !isSame(valueAt(before.json, member), valueAt(after.json, member))),
      ...rest
        .filter((each) => isNothing(each.before) && isNothing(each.after))
        .map(({ path }) => `the empty ${shortName(path, prefixes)}`),
    ],
  };
}

function shortName(path: string, prefixes: readonly string[]): string {
  const prefix = prefixes.find((each) => path.startsWith(each));
  return prefix === undefined ? path : path.slice(prefix.length);
}

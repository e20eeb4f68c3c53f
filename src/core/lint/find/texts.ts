import type { JsonPath } from '../json-path.js';
import type { Json, LintedDashboard } from '../subject.js';

/** A text of a document, and the way to it. */
export interface FoundText {
  readonly text: string;
  readonly path: JsonPath;
}

/** What one walk over a dashboard's document learns. */
export interface DashboardTexts {
  /** Texts in which a variable may stand, and names of variables where Grafana writes them without a `$`. */
  readonly texts: readonly FoundText[];
  /** About how many characters the document has as JSON without spaces. */
  readonly size: number;
}

/** A place of the walk: the way to it is put together only where it is needed. */
interface Step {
  readonly key: string | number;
  readonly value: Json | undefined;
  readonly above: Step | undefined;
}

const known = new WeakMap<LintedDashboard, DashboardTexts>();

/** The texts of a dashboard in which variables may be used, wherever they stand. However deep, it does not recurse. */
export function textsOf(dashboard: LintedDashboard): DashboardTexts {
  const before = known.get(dashboard);
  if (before !== undefined) return before;
  const texts: FoundText[] = [];
  let size = 0;
  const open: Step[] = [{ key: '', value: dashboard.json, above: undefined }];
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    const { value } = step;
    if (typeof value === 'string') {
      size += value.length + 3;
      if (mayUse(value, step)) texts.push({ text: value, path: [...dashboard.path, ...wayTo(step)] });
    } else if (typeof value === 'object' && value !== null) {
      size += 3 + pushChildren(value, step, open);
    } else size += 6;
  }
  const found = { texts, size };
  known.set(dashboard, found);
  return found;
}

/** Puts what is below on the stack, the first on top; gives the width of the keys. */
function pushChildren(value: Json & object, above: Step, open: Step[]): number {
  const entries = Object.entries(value);
  let width = 0;
  for (let index = entries.length - 1; index >= 0; index -= 1) {
    const [key, child] = entries[index] ?? ['', null];
    const isList = Array.isArray(value);
    if (!isList) width += key.length + 3;
    open.push({ key: isList ? index : key, value: child, above });
  }
  return width;
}

/** Whether a text may use a variable: it has the syntax of one, or stands where a variable is named. */
function mayUse(text: string, step: Step): boolean {
  return text.includes('$') || text.includes('[[') || isName(step);
}

/** Whether what stands here is the name of a variable: `"repeat": "x"` and what newer files make of it. */
export function isNamePlace(path: JsonPath): boolean {
  const last = path.at(-1);
  return last === 'repeat' || last === 'variable' || (last === 'value' && path.at(-2) === 'repeat');
}

function isName({ key, above }: Step): boolean {
  return key === 'repeat' || key === 'variable' || (key === 'value' && above?.key === 'repeat');
}

function wayTo(step: Step): JsonPath {
  const way: (string | number)[] = [];
  for (let at: Step | undefined = step; at?.above !== undefined; at = at.above) way.push(at.key);
  return way.reverse();
}

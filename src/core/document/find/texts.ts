import { mayHaveVariables } from '../../promql/grafana-variable.js';
import type { Json } from '../../model/json.js';
import type { ReadDashboard } from '../read-dashboard.js';

/** A text of a document in which a variable may be used. */
export interface FoundText {
  readonly text: string;
  /** True where the text is the name of a variable, which Grafana writes without a `$`: `"repeat": "x"`. */
  readonly isName: boolean;
  /** The name of the variable in whose definition it stands. */
  readonly inside: string | undefined;
}

/** The findings of one walk over a dashboard's document. */
export interface DashboardTexts {
  readonly texts: readonly FoundText[];
  /** About how many characters the document has as JSON without spaces. */
  readonly size: number;
}

/** A place of the walk. */
interface Step {
  readonly value: Json | undefined;
  readonly key: string;
  /** The key of what it stands in. */
  readonly around: string;
  readonly inside: string | undefined;
}

const known = new WeakMap<ReadDashboard, DashboardTexts>();

/** The texts of a dashboard in which variables may be used, wherever they stand. However deep, it does not recurse. */
export function textsOf(dashboard: ReadDashboard): DashboardTexts {
  const before = known.get(dashboard);
  if (before !== undefined) return before;
  const definitions = new Map<Json, string>(dashboard.variables.map(({ json, name }) => [json, name]));
  const texts: FoundText[] = [];
  let size = 0;
  const open: Step[] = [{ value: dashboard.json, key: '', around: '', inside: undefined }];
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    const { value } = step;
    if (typeof value === 'string') {
      size += value.length + 3;
      const isName = namesVariable(step);
      if (isName || mayHaveVariables(value)) texts.push({ text: value, isName, inside: step.inside });
    } else if (typeof value === 'object' && value !== null) {
      size += 3 + pushChildren(value, { ...step, inside: definitions.get(value) ?? step.inside }, open);
    } else size += 6;
  }
  const found = { texts, size };
  known.set(dashboard, found);
  return found;
}

/** Puts what is below on the stack; gives the width of the keys. */
function pushChildren(value: Json & object, { key: around, inside }: Step, open: Step[]): number {
  if (Array.isArray(value)) {
    for (const child of value as readonly Json[]) open.push({ value: child, key: '', around, inside });
    return 0;
  }
  let width = 0;
  for (const [key, child] of Object.entries(value)) {
    width += key.length + 3;
    open.push({ value: child, key, around, inside });
  }
  return width;
}

/** True where what stands here is the name of a variable: `"repeat": "x"`, and what newer files make of it. */
function namesVariable({ key, around }: Step): boolean {
  return key === 'repeat' || key === 'variable' || (key === 'value' && around === 'repeat');
}

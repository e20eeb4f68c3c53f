import type { Problem } from '../check.js';
import { choice, flag, text, type Option } from '../options/option.js';
import type { ReadDashboard, ReadVariable } from '../../document/read-dashboard.js';

/** The variable that a house wants, by which viewers choose. */
export interface WantedVariable {
  readonly name: string;
  readonly type: 'query' | 'custom' | 'any';
  readonly label: string;
  readonly multi: boolean;
  readonly includeAll: boolean;
  readonly allValue: string;
}

/** The options of a check that asks for one variable. */
export function variableOptions(
  name: string,
  label: string,
): { readonly [Key in keyof WantedVariable]: Option<WantedVariable[Key]> } {
  return {
    name: text(name, 'how it is called'),
    type: choice('query', 'its type', ['query', 'custom', 'any']),
    label: text(label, 'what viewers read beside it'),
    multi: flag(true, 'whether viewers choose several values'),
    includeAll: flag(true, 'whether viewers choose All'),
    allValue: text('.+', 'what All stands for in a query'),
  };
}

/** Finds what a dashboard's variable, or the lack of it, has against the style of the house. */
export function* houseVariableProblems(dashboard: ReadDashboard, wanted: WantedVariable): Generator<Problem> {
  if (!asksPrometheus(dashboard)) return;
  const variable = dashboard.variables.find(({ name }) => name === wanted.name);
  if (variable === undefined) {
    yield {
      message: `the dashboard has no variable "${wanted.name}" by which viewers choose`,
      path: dashboard.path,
      fix: `add a variable "${wanted.name}" and use it in every query: ${wanted.name}=~"$${wanted.name}"`,
    };
    return;
  }
  for (const [key, found, asked] of differences(variable, wanted)) {
    yield {
      message: `the variable "${wanted.name}" has ${key} ${shown(found)}: the house asks for ${shown(asked)}`,
      path: dashboard.form === 'classic' && variable.json[key] !== undefined ? [...variable.path, key] : variable.path,
      fix: `set "${key}": ${JSON.stringify(asked)}`,
      // Another type or value changes what the queries say; a label changes nothing.
      ...(key === 'label' && dashboard.form === 'classic'
        ? { change: { path: [...variable.path, key], value: wanted.label } }
        : {}),
    };
  }
}

/** True where anything in a dashboard asks Prometheus: the style is about its labels. */
export function asksPrometheus({ panels }: ReadDashboard): boolean {
  return panels.some(({ queries }) => queries.length > 0);
}

type Difference = readonly [key: string, found: unknown, asked: string | boolean];

function differences(variable: ReadVariable, wanted: WantedVariable): readonly Difference[] {
  const { type, json, multi, includeAll, allValue } = variable;
  const all: readonly Difference[] = [
    ...(wanted.type === 'any' ? [] : [['type', type, wanted.type] as const]),
    ['label', json['label'], wanted.label],
    ['multi', multi, wanted.multi],
    ['includeAll', includeAll, wanted.includeAll],
    ...(wanted.includeAll ? [['allValue', allValue, wanted.allValue] as const] : []),
  ];
  return all.filter(([, found, asked]) => found !== asked);
}

function shown(value: unknown): string {
  return value === undefined || value === null || value === '' ? 'nothing' : JSON.stringify(value).slice(0, 200);
}

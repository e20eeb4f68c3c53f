/** A Grafana variable in a piece of text: `$name`, `${name}`, `${name:format}` or `[[name]]`. */
export interface VariableUse {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** The syntax of a variable. Source: https://grafana.com/docs/grafana/latest/dashboards/variables/variable-syntax/ */
const syntax = /\$([A-Za-z_]\w*)|\$\{([A-Za-z_]\w*)(?:\.[^:}]+)?(?::[^}]+)?\}|\[\[([A-Za-z_]\w*)(?:[.:][^\]]*)?\]\]/;
const everywhere = new RegExp(syntax, 'g');
const here = new RegExp(syntax, 'y');

/** The variables in a text, in order. */
export function findVariables(text: string): readonly VariableUse[] {
  if (!mayHaveVariables(text)) return [];
  return [...text.matchAll(everywhere)].map((match) => use(match));
}

/** The variable that begins at a place in a text. */
export function variableAt(text: string, from: number): VariableUse | undefined {
  here.lastIndex = from;
  const match = here.exec(text);
  return match === null ? undefined : use(match);
}

/** The name of the variable that a text is as a whole. */
export function variableName(text: string): string | undefined {
  const whole = mayHaveVariables(text) ? variableAt(text, 0) : undefined;
  return whole?.to === text.length ? whole.name : undefined;
}

/** True where a text contains a variable. */
export function hasVariable(text: string): boolean {
  return mayHaveVariables(text) && syntax.test(text);
}

/** True where Grafana itself defines a variable, such as `__rate_interval`. */
export function isBuiltIn(name: string): boolean {
  return name.startsWith('__');
}

function mayHaveVariables(text: string): boolean {
  return text.includes('$') || text.includes('[[');
}

function use(match: RegExpExecArray): VariableUse {
  return { name: match[1] ?? match[2] ?? match[3] ?? '', from: match.index, to: match.index + match[0].length };
}

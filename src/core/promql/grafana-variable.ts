/** A Grafana variable in a piece of text: `$name`, `${name}`, `${name.field:format}` or `[[name:format]]`. */
export interface VariableUse {
  readonly name: string;
  /** The part of its value that is taken: `${name.text}`. */
  readonly field?: string;
  /** How its value is written: `csv`, `date:YYYY-MM`, … */
  readonly format?: string;
  readonly from: number;
  readonly to: number;
}

/**
 * The syntax of a variable, without flags, as a part of larger patterns: its name is one of three groups. A name that
 * begins with a digit is a part of a match, as the `$1` of `label_replace`.
 * Source: `variableRegex` in https://github.com/grafana/grafana/blob/v12.0.0/public/app/features/variables/utils.ts
 */
export const variableSyntax =
  /\$((?!\d)\w+)|\[\[((?!\d)\w+?)(?::(\w+))?\]\]|\$\{((?!\d)\w+)(?:\.([^:^}]+))?(?::([^}]+))?\}/.source;
const syntax = new RegExp(variableSyntax);
const everywhere = new RegExp(variableSyntax, 'g');
const here = new RegExp(variableSyntax, 'y');

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

/** A text in which every variable is replaced. */
export function replaceVariables(text: string, replace: (variable: VariableUse, written: string) => string): string {
  if (!mayHaveVariables(text)) return text;
  let replaced = '';
  let end = 0;
  for (const variable of findVariables(text)) {
    replaced += text.slice(end, variable.from) + replace(variable, text.slice(variable.from, variable.to));
    end = variable.to;
  }
  return replaced + text.slice(end);
}

/** True where a text contains a variable. */
export function hasVariable(text: string): boolean {
  return mayHaveVariables(text) && syntax.test(text);
}

/** True where Grafana itself defines a variable, such as `__rate_interval`. */
export function isBuiltIn(name: string): boolean {
  return name.startsWith('__');
}

/** False of a text that certainly has no variable: cheaper than to look for one. */
export function mayHaveVariables(text: string): boolean {
  return text.includes('$') || text.includes('[[');
}

function use(match: RegExpExecArray): VariableUse {
  const [written, plain, old, oldFormat, braced, field, bracedFormat] = match;
  const format = oldFormat ?? bracedFormat;
  return {
    name: plain ?? old ?? braced ?? '',
    ...(field === undefined ? {} : { field }),
    ...(format === undefined ? {} : { format }),
    from: match.index,
    to: match.index + written.length,
  };
}

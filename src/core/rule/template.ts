import type { NotLiteral } from '../model/literal.js';
import type { Problem, ProblemListing, Refuse } from '../model/problem.js';

/**
 * Refuses an alert's text that is empty, that the compiler does not know, or that reads a label which the expression
 * does not return: `{{ $labels.source }}`. `Labels` are those of the expression: Prometheus renders texts before it adds
 * the alert's own.
 */
export type ValidTemplate<Text extends string, Labels extends string, What extends string> = Refuse<
  TemplateProblem<Text, Labels, What>
>;

/** As `ValidTemplate`, for a text or the lines of one. An empty line is fine between others. */
export type ValidLines<Text extends string | readonly string[], Labels extends string, What extends string> = Refuse<
  Text extends readonly string[]
    ? Exclude<Text[number], ''> extends never
      ? TemplateProblem<'', Labels, What>
      : TemplateProblem<Exclude<Text[number], ''>, Labels, What>
    : TemplateProblem<Text & string, Labels, What>
>;

type TemplateProblem<Text extends string, Labels extends string, What extends string> = Text extends string
  ? [NotLiteral<Text>] extends [never]
    ? Text extends '' | ' '
      ? Problem<`the ${What} is empty: say what has happened, for whoever is woken by it`>
      : [TemplateLabels<Text>] extends [Labels]
        ? never
        : ProblemListing<
            `the ${What} reads the label "${Exclude<TemplateLabels<Text>, Labels>}", which its query does not return; it returns`,
            Labels
          >
    : Problem<`the ${What} must be written out: a plain string may read labels that its query does not return`>
  : never;

/** The labels that a text reads: what stands behind each `$labels.`, up to the first character that is none of a name. */
export type TemplateLabels<Text extends string> = Text extends `${string}$labels.${infer Rest}`
  ? LabelName<Rest> | TemplateLabels<Rest>
  : never;

type LabelName<Text extends string> = Text extends `${infer Inside}}}${string}` ? FirstWord<Inside> : FirstWord<Text>;
type FirstWord<Text extends string> = Text extends `${infer Word}${' ' | ')' | '|' | '\n'}${string}`
  ? FirstWord<Word>
  : Text;

const labelInTemplate = /\$labels\.([A-Za-z_][A-Za-z0-9_]*)/g;

/** The labels that an alert's text reads, each once. */
export function templateLabels(text: string): readonly string[] {
  return [...new Set([...text.matchAll(labelInTemplate)].map(([, label = '']) => label))];
}

/** `{{- … -}}` takes the white space around it away. */
const anyAction = /(?:\s*\{\{-|\{\{)\s*(.*?)\s*(?:-\}\}\s*|\}\})/gs;
const onlyLabel = /^\$labels\.([A-Za-z_][A-Za-z0-9_]*)$/;

/**
 * A text as Prometheus renders it for one alert.
 *
 * @param labels that its expression returned: its own are not among them
 * @param values what each action that is more than a label renders to, in their order: nothing here computes values
 */
export function renderTemplate(
  text: string,
  labels: Readonly<Record<string, string>>,
  values: readonly string[],
): string {
  const rest = [...values];
  return text.replaceAll(anyAction, (whole, action: string) => {
    const label = onlyLabel.exec(action)?.[1];
    return label === undefined ? (rest.shift() ?? whole) : (labels[label] ?? '');
  });
}

/** How many actions of a text are more than a label, so that a test must say what they render to. */
export function computedActions(text: string): number {
  return [...text.matchAll(anyAction)].filter(([, action = '']) => !onlyLabel.test(action)).length;
}

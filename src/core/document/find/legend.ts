/** A label that a legend names: `{{label}}`. */
export interface LegendLabel {
  readonly label: string;
  readonly from: number;
  readonly to: number;
}

const placeholder = /\{\{([^{}]+)\}\}/g;

/** The labels that a legend names. Placeholders with variables in them are left out. */
export function legendLabels(legend: string): readonly LegendLabel[] {
  return [...legend.matchAll(placeholder)].flatMap(({ 0: all, 1: label = '', index }) =>
    /[$[\]]/.test(label) ? [] : [{ label: label.trim(), from: index, to: index + all.length }],
  );
}

/** True where a legend is the name of every series it is for: neither empty nor automatic, and without placeholders. */
export function isLiteralLegend(legend: string | undefined): legend is string {
  return legend !== undefined && legend !== '' && legend !== '__auto' && !/\{\{|[$]|\[\[/.test(legend);
}

import { variableSyntax } from '../promql/grafana-variable.js';
import { Failure } from '../model/failure.js';
import { panelTypeOf } from '../model/panel-types.js';
import type { FieldMatcher, LabelOverride, Override } from './overrides.js';
import type { PanelDefinition } from './panel.js';

/** The overrides of a panel as Grafana has them: those by label become one for each value, found by the series' name. */
export function expandOverrides(panel: PanelDefinition): readonly Override[] {
  return (panel.options.overrides ?? []).flatMap((override) =>
    override.kind === 'override' ? [override] : ofLabel(override, panel),
  );
}

function ofLabel(override: LabelOverride<string>, panel: PanelDefinition): readonly Override[] {
  const legends = new Set(
    panel.queries.map((query) => query.legend ?? '').filter((legend) => names(legend, override.label)),
  );
  return Object.entries(override.values).map(([value, properties]) => ({
    kind: 'override',
    matcher: matcherOf([...legends], override.label, value),
    properties,
  }));
}

/** Throws a `Failure` where an override by label could not find a series by its name. */
export function assertNamed(panel: PanelDefinition): void {
  for (const override of panel.options.overrides ?? []) {
    if (override.kind === 'override') continue;
    const { label } = override;
    const fail = (why: string, next: string): never => {
      throw new Failure(`panel "${panel.title}": byLabel('${label}') finds series by their names, and ${why}`, {
        next,
        position: panel.position,
      });
    };
    const { type } = panel.visualisation;
    if (panelTypeOf(type)?.shows === 'rows')
      fail(`a ${type} has columns`, `use override('${label}', …) for the column`);
    if (panel.options.displayName !== undefined)
      fail('displayName replaces them', 'name the series by the legend instead');
    if (!panel.queries.some((query) => names(query.legend ?? '', label))) {
      fail(`no legend names {{${label}}}`, `add {{${label}}} to the legend, or leave the legend out`);
    }
  }
}

const hole = new RegExp(String.raw`\{\{\s*(.*?)\s*\}\}|${variableSyntax}`, 'g');

/** True where series are named by a label's value: by Grafana, where there is no legend, they are. */
function names(legend: string, label: string): boolean {
  return legend === '' || [...legend.matchAll(hole)].some(([, named]) => named === label);
}

function matcherOf(legends: readonly string[], label: string, value: string): FieldMatcher {
  const [only, ...others] = legends;
  const plain =
    only === undefined || only === '' ? undefined : fill(only, (named) => (named === label ? value : undefined));
  if (plain !== undefined && others.length === 0) return { id: 'byName', options: plain };
  const patterns = legends.map((legend) => (legend === '' ? automatic(label, value) : pattern(legend, label, value)));
  return { id: 'byRegexp', options: `/^(?:${patterns.join('|')})$/` };
}

/** A legend with its holes filled; undefined where one of them is not known. */
function fill(legend: string, valueOf: (label: string | undefined) => string | undefined): string | undefined {
  let known = true;
  const filled = legend.replaceAll(hole, (_, named: string | undefined) => {
    const value = valueOf(named);
    known &&= value !== undefined;
    return value ?? '';
  });
  return known ? filled : undefined;
}

function pattern(legend: string, label: string, value: string): string {
  let end = 0;
  const parts = [...legend.matchAll(hole)].map((match) => {
    const before = legend.slice(end, match.index);
    end = match.index + match[0].length;
    return escape(before) + (match[1] === label ? escape(value) : '.*');
  });
  return parts.join('') + escape(legend.slice(end));
}

/** Without a legend Grafana names a series by the value of its only label, or by all: `{stage="error", mode="live"}`. */
function automatic(label: string, value: string): string {
  return String.raw`${escape(value)}|.*\b${escape(label)}="${escape(value)}".*`;
}

function escape(text: string): string {
  return text.replaceAll(/[\\.+*?()|[\]{}^$/]/g, String.raw`\$&`);
}

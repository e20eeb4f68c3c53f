import { FieldType, formattedValueToString, type DisplayValue, type Field } from '@grafana/data';
import { VizLayout, VizLegend, type VizLegendItem } from '@grafana/ui';
import type { Drawing } from './kind.js';
import { NoData } from './no-data.js';

/** The width of a row's name, and the height of the axis of time, in pixels. */
const names = 120;
const axis = 20;

interface State {
  readonly from: number;
  to: number;
  readonly display: DisplayValue;
}

interface Row {
  readonly name: string;
  readonly states: readonly State[];
}

/** A band of states a series: `state-timeline`, which joins equal neighbours. */
export function drawStateTimeline(drawing: Drawing) {
  return drawStates(drawing, drawing.options['mergeValues'] !== false);
}

/** A box a sample: `status-history`. */
export function drawStatusHistory(drawing: Drawing) {
  return drawStates(drawing, false);
}

function drawStates({ frames, options, range, width, height, theme }: Drawing, merges: boolean) {
  const rows = frames.flatMap(({ fields }) => {
    const time = fields.find(({ type }) => type === FieldType.time);
    return time === undefined
      ? []
      : fields.filter((field) => field !== time && field.values.length > 0).map((field) => rowOf(field, time, merges));
  });
  if (rows.length === 0) return <NoData />;
  const [start, end] = [range.from.valueOf(), range.to.valueOf()];
  const legend = options['legend'] ?? {};
  const items = legendOf(rows);
  const shown =
    legend.showLegend === false ? null : (
      <VizLayout.Legend placement={legend.placement ?? 'bottom'}>
        <VizLegend items={items} placement={legend.placement ?? 'bottom'} displayMode={legend.displayMode ?? 'list'} />
      </VizLayout.Legend>
    );
  return (
    <VizLayout width={width} height={height} legend={shown}>
      {(wide, high) => {
        const each = (high - axis) / rows.length;
        const thick = each * (options['rowHeight'] ?? 0.9);
        const x = (at: number): number => names + ((at - start) / (end - start)) * (wide - names);
        return (
          <svg
            width={wide}
            height={high}
            fontFamily={theme.typography.fontFamily}
            fontSize={12}
            fill={theme.colors.text.primary}
          >
            {rows.map(({ name, states }, index) => (
              <g key={index} transform={`translate(0 ${index * each + (each - thick) / 2})`}>
                <text x={names - 8} y={thick / 2 + 4} textAnchor="end">
                  {name}
                </text>
                {states.map(({ from, to, display }, place) => {
                  const [left, right] = [Math.max(x(from), names), Math.min(x(to), wide)];
                  const words = formattedValueToString(display);
                  return (
                    <g key={place}>
                      <rect
                        x={left}
                        width={Math.max(right - left - (merges ? 0 : 1), 0)}
                        height={thick}
                        fill={display.color}
                        fillOpacity={0.8}
                      >
                        <title>{`${name}: ${words}`}</title>
                      </rect>
                      {options['showValue'] === 'never' || right - left < words.length * 8 ? null : (
                        <text
                          x={left + 4}
                          y={thick / 2 + 4}
                          fill={theme.colors.getContrastText(display.color ?? '#000')}
                        >
                          {words}
                        </text>
                      )}
                    </g>
                  );
                })}
              </g>
            ))}
            {[0, 0.25, 0.5, 0.75, 1].map((share) => (
              <text
                key={share}
                x={names + share * (wide - names)}
                y={high - 4}
                textAnchor={share === 1 ? 'end' : share === 0 ? 'start' : 'middle'}
                fill={theme.colors.text.secondary}
              >
                {new Date(start + share * (end - start)).toISOString().slice(11, 16)}
              </text>
            ))}
          </svg>
        );
      }}
    </VizLayout>
  );
}

function rowOf(field: Field, time: Field, merges: boolean): Row {
  const states: State[] = [];
  const step = (time.config.interval ?? 0) || Number(time.values[1] ?? 0) - Number(time.values[0] ?? 0);
  field.values.forEach((value, index) => {
    if (value === null || value === undefined) return;
    const from = Number(time.values[index]);
    const display = field.display?.(value) ?? { text: String(value), numeric: Number(value) };
    const last = states.at(-1);
    if (merges && last !== undefined && last.to >= from && last.display.text === display.text) last.to = from + step;
    else states.push({ from, to: from + step, display });
  });
  return { name: field.state?.displayName ?? field.config.displayNameFromDS ?? field.name, states };
}

/** A colour and its words, once each. */
function legendOf(rows: readonly Row[]): VizLegendItem[] {
  const seen = new Map<string, VizLegendItem>();
  for (const { states } of rows) {
    for (const { display } of states) {
      const label = formattedValueToString(display);
      if (!seen.has(label)) seen.set(label, { label, color: display.color ?? 'gray', yAxis: 1 });
    }
  }
  return [...seen.values()];
}

import { LegendDisplayMode } from '@grafana/schema';
import { VizLayout, VizLegend, type VizLegendItem } from '@grafana/ui';
import type { FieldDisplay } from '@grafana/data';
import type { Drawing } from './kind.js';
import { NoData } from './no-data.js';
import { displayedValues, isEmpty } from './values.js';

/** Shares of a whole. */
export function drawPieChart(drawing: Drawing) {
  if (isEmpty(drawing)) return <NoData />;
  const { options, width, height, theme } = drawing;
  const values = displayedValues(drawing).filter(({ display }) => Number.isFinite(display.numeric));
  const legend = options['legend'] ?? {};
  const items: VizLegendItem[] = values.map(({ display }) => ({
    label: display.title ?? '',
    color: display.color ?? theme.colors.text.primary,
    yAxis: 1,
    getDisplayValues: () => legendValues(display, values, legend['values'] ?? []),
  }));
  const shown =
    legend.showLegend === false || legend.displayMode === 'hidden' ? null : (
      <VizLayout.Legend placement={legend.placement ?? 'right'} width={legend.width}>
        <VizLegend
          items={items}
          placement={legend.placement ?? 'right'}
          displayMode={legend.displayMode ?? LegendDisplayMode.List}
        />
      </VizLayout.Legend>
    );
  return (
    <VizLayout width={width} height={height} legend={shown}>
      {(wide, high) => (
        <Slices
          values={values}
          width={wide}
          height={high}
          isDonut={options['pieType'] === 'donut'}
          edge={theme.colors.background.primary}
        />
      )}
    </VizLayout>
  );
}

interface SlicesProps {
  readonly values: readonly FieldDisplay[];
  readonly width: number;
  readonly height: number;
  readonly isDonut: boolean;
  readonly edge: string;
}

function Slices({ values, width, height, isDonut, edge }: SlicesProps) {
  const total = sumOf(values);
  const radius = Math.max(Math.min(width, height) / 2 - 4, 0);
  let turned = 0;
  const point = (share: number): string =>
    `${Math.sin(share * 2 * Math.PI) * radius} ${-Math.cos(share * 2 * Math.PI) * radius}`;
  return (
    <svg width={width} height={height} viewBox={`${-width / 2} ${-height / 2} ${width} ${height}`}>
      {values.map(({ display }, index) => {
        const share = total === 0 ? 0 : display.numeric / total;
        const from = turned;
        turned += share;
        const title = <title>{`${display.title}: ${display.text}${display.suffix ?? ''}`}</title>;
        if (share > 0.9999)
          return (
            <circle key={index} r={radius} fill={display.color}>
              {title}
            </circle>
          );
        return (
          <path
            key={index}
            d={`M0 0L${point(from)}A${radius} ${radius} 0 ${share > 0.5 ? 1 : 0} 1 ${point(turned)}Z`}
            fill={display.color}
            stroke={edge}
          >
            {title}
          </path>
        );
      })}
      {isDonut ? <circle r={radius * 0.6} fill={edge} /> : null}
    </svg>
  );
}

function sumOf(values: readonly FieldDisplay[]): number {
  return values.reduce((sum, { display }) => sum + display.numeric, 0);
}

function legendValues(display: FieldDisplay['display'], values: readonly FieldDisplay[], asked: readonly string[]) {
  const total = sumOf(values);
  return asked.map((what) => ({
    numeric: display.numeric,
    title: what === 'percent' ? 'Percent' : 'Value',
    text:
      what === 'percent'
        ? `${Math.round((100 * display.numeric) / (total || 1))}%`
        : `${display.prefix ?? ''}${display.text}${display.suffix ?? ''}`,
  }));
}

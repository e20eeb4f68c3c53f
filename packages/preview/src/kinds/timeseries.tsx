import { FieldType, type DataFrame } from '@grafana/data';
import { LegendDisplayMode, type VizLegendOptions } from '@grafana/schema';
import { TimeSeries, TooltipPlugin } from '@grafana/ui';
import { AnnotationLines } from './annotation-lines.js';
import type { Drawing } from './kind.js';
import { NoData } from './no-data.js';

/** The legend of a panel that says nothing of it. */
const usualLegend: VizLegendOptions = {
  showLegend: true,
  displayMode: LegendDisplayMode.List,
  placement: 'bottom',
  calcs: [],
};

/** Lines, bars and points over time. */
export function drawTimeseries({ frames, options, range, width, height, annotations }: Drawing) {
  const graphed = frames.filter(isGraphed);
  if (graphed.length === 0) return <NoData />;
  const tooltip = options['tooltip'] ?? { mode: 'single', sort: 'none' };
  return (
    <TimeSeries
      frames={graphed}
      structureRev={1}
      timeRange={range}
      timeZone="utc"
      width={width}
      height={height}
      legend={{ ...usualLegend, ...options['legend'] }}
      options={options as never}
    >
      {(config, aligned) => (
        <>
          <TooltipPlugin
            data={aligned}
            config={config}
            mode={tooltip.mode}
            sortOrder={tooltip.sort}
            sync={() => 0}
            timeZone="utc"
          />
          <AnnotationLines config={config} annotations={annotations} />
        </>
      )}
    </TimeSeries>
  );
}

/** True for a frame that has numbers over time. */
function isGraphed({ fields }: DataFrame): boolean {
  return (
    fields.some(({ type, values }) => type === FieldType.time && values.length > 0) &&
    fields.some(({ type }) => type === FieldType.number)
  );
}

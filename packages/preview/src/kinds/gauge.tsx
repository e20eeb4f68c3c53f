import { formattedValueToString, type FieldDisplay } from '@grafana/data';
import { VizRepeater } from '@grafana/ui';
import type { Drawing } from './kind.js';
import { NoData } from './no-data.js';
import { displayedValues, isEmpty } from './values.js';

/** An arc a value, from the lowest to the highest that it can be. */
export function drawGauge(drawing: Drawing) {
  if (isEmpty(drawing)) return <NoData />;
  const { options, width, height, theme } = drawing;
  const source = displayedValues(drawing);
  return (
    <VizRepeater<FieldDisplay>
      getValues={() => source}
      source={source}
      width={width}
      height={height}
      autoGrid
      itemSpacing={10}
      orientation={options['orientation'] ?? 'auto'}
      renderCounter={1}
      renderValue={({ value: { display, field }, width: wide, height: high }) => {
        const radius = Math.max(Math.min(wide / 2, high * 0.6) - 12, 4);
        const [low, top] = [field.min ?? 0, field.max ?? 100];
        const share = Math.min(Math.max((display.numeric - low) / (top - low || 1), 0), 1);
        return (
          <svg
            width={wide}
            height={high}
            viewBox={`${-wide / 2} ${-high * 0.6} ${wide} ${high}`}
            fontFamily={theme.typography.fontFamily}
            textAnchor="middle"
          >
            <path
              d={arc(1, radius)}
              fill="none"
              stroke={theme.colors.background.secondary}
              strokeWidth={radius * 0.25}
            />
            {Number.isFinite(share) ? (
              <path d={arc(share, radius)} fill="none" stroke={display.color} strokeWidth={radius * 0.25} />
            ) : null}
            <text y={radius * 0.15} fontSize={radius * 0.4} fill={display.color}>
              {formattedValueToString(display)}
            </text>
            <text y={radius * 0.9} fontSize={Math.max(radius * 0.18, 12)} fill={theme.colors.text.secondary}>
              {display.title}
            </text>
          </svg>
        );
      }}
    />
  );
}

/** Part of three quarters of a circle that are open below. */
function arc(share: number, radius: number): string {
  const at = (part: number): string => {
    const angle = (-135 + 270 * part) * (Math.PI / 180);
    return `${Math.sin(angle) * radius} ${-Math.cos(angle) * radius}`;
  };
  return `M${at(0)}A${radius} ${radius} 0 ${share > 2 / 3 ? 1 : 0} 1 ${at(share)}`;
}

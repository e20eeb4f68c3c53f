import {
  getDisplayValueAlignmentFactors,
  VizOrientation,
  type DisplayValueAlignmentFactors,
  type FieldDisplay,
} from '@grafana/data';
import { BigValue, VizRepeater } from '@grafana/ui';
import type { Drawing } from './kind.js';
import { displayedValues } from './values.js';

/** Large values, with a small graph behind each where it is over time. */
export function drawStat(drawing: Drawing) {
  const { options, theme, width, height } = drawing;
  const graphMode = options['graphMode'] ?? 'area';
  const source = displayedValues(drawing, graphMode !== 'none');
  return (
    <VizRepeater<FieldDisplay, DisplayValueAlignmentFactors>
      getValues={() => source}
      getAlignmentFactors={getDisplayValueAlignmentFactors}
      source={source}
      width={width}
      height={height}
      autoGrid
      itemSpacing={3}
      orientation={options['orientation'] ?? VizOrientation.Auto}
      renderCounter={1}
      renderValue={({ value, alignmentFactors, width: own, height: high, count }) => (
        <BigValue
          value={value.display}
          count={count}
          sparkline={value.sparkline}
          colorMode={options['colorMode'] ?? 'value'}
          graphMode={graphMode}
          justifyMode={options['justifyMode'] ?? 'auto'}
          textMode={options['textMode'] ?? 'auto'}
          alignmentFactors={alignmentFactors}
          text={options['text']}
          width={own}
          height={high}
          theme={theme}
          percentChangeColorMode={options['percentChangeColorMode']}
        />
      )}
    />
  );
}

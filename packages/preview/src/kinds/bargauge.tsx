import {
  getDisplayValueAlignmentFactors,
  VizOrientation,
  type DisplayValueAlignmentFactors,
  type FieldDisplay,
} from '@grafana/data';
import { BarGauge, VizRepeater } from '@grafana/ui';
import type { Drawing } from './kind.js';
import { displayedValues } from './values.js';

/** A bar a value. */
export function drawBarGauge(drawing: Drawing) {
  const { options, theme, width, height } = drawing;
  const source = displayedValues(drawing);
  const orientation =
    options['orientation'] === 'auto' || options['orientation'] === undefined
      ? width > height
        ? VizOrientation.Vertical
        : VizOrientation.Horizontal
      : options['orientation'];
  return (
    <VizRepeater<FieldDisplay, DisplayValueAlignmentFactors>
      getValues={() => source}
      getAlignmentFactors={getDisplayValueAlignmentFactors}
      source={source}
      width={width}
      height={height}
      itemSpacing={10}
      minVizHeight={options['minVizHeight'] ?? 16}
      minVizWidth={options['minVizWidth'] ?? 8}
      orientation={orientation}
      renderCounter={1}
      renderValue={({
        value: { display, field, view, colIndex },
        alignmentFactors,
        width: own,
        height: high,
        orientation: way,
      }) => (
        <BarGauge
          value={display}
          field={field}
          {...(view === undefined ? {} : { display: view.getFieldDisplayProcessor(colIndex ?? 0) })}
          text={options['text']}
          displayMode={options['displayMode'] ?? 'gradient'}
          valueDisplayMode={options['valueMode'] ?? 'color'}
          namePlacement={options['namePlacement'] ?? 'auto'}
          showUnfilled={options['showUnfilled'] ?? true}
          orientation={way}
          alignmentFactors={alignmentFactors}
          width={own}
          height={high}
          theme={theme}
          itemSpacing={10}
          lcdCellWidth={8}
        />
      )}
    />
  );
}

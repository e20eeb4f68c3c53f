import type { PreviewFrame } from './protocol.js';
import type { Answered } from './answered.js';
import { heatmapFrames } from './heatmap-frame.js';
import { seriesFrames } from './series-frames.js';
import { tableFrame } from './table-frame.js';

/** An answer, and the format in which its query wants it. */
export interface Formatted {
  /** `table`, `heatmap`; everything else is `time_series`. */
  readonly format: string | undefined;
  readonly answered: Answered;
}

/** The answers of a panel as Grafana's Prometheus datasource hands them to it: graphs, then tables, then heatmaps. */
export function framesOf(answers: readonly Formatted[]): readonly PreviewFrame[] {
  const tables = answers.filter(({ format }) => format === 'table');
  const heatmaps = answers.filter(({ format }) => format === 'heatmap');
  const graphs = answers.filter((each) => !tables.includes(each) && !heatmaps.includes(each));
  return [
    ...graphs.flatMap(({ answered }) => seriesFrames(answered)),
    ...tables.map(({ answered }) => tableFrame(answered, tables.length === 1)),
    ...heatmaps.flatMap(({ answered }) => heatmapFrames(answered)),
  ];
}

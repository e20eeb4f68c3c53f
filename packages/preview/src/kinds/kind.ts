import type { DataFrame, FieldConfigSource, GrafanaTheme2, TimeRange } from '@grafana/data';
import type { ReactNode } from 'react';
import type { PreviewAnnotation } from '../../../../src/core/inspect/preview/protocol.js';

/** All that a panel type needs to draw. */
export interface Drawing {
  readonly frames: DataFrame[];
  readonly options: Readonly<Record<string, any>>;
  readonly fieldConfig: FieldConfigSource;
  readonly range: TimeRange;
  readonly width: number;
  readonly height: number;
  readonly theme: GrafanaTheme2;
  readonly annotations: readonly PreviewAnnotation[];
  /** The text of a text panel. */
  readonly text: string;
}

/** How a panel type is drawn. */
export type Kind = (drawing: Drawing) => ReactNode;

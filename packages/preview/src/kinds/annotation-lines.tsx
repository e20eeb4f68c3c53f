import type { UPlotConfigBuilder } from '@grafana/ui';
import { useLayoutEffect, useRef } from 'react';
import type { PreviewAnnotation } from '../../../../src/core/inspect/preview/protocol.js';

interface Props {
  readonly config: UPlotConfigBuilder;
  readonly annotations: readonly PreviewAnnotation[];
}

/** Draws events into a graph: a dashed line at each, and a tint over a region. */
export function AnnotationLines({ config, annotations }: Props) {
  const shown = useRef(annotations);
  shown.current = annotations;
  useLayoutEffect(() => {
    config.addHook('draw', (plot) => {
      const { ctx, bbox } = plot;
      ctx.save();
      ctx.beginPath();
      ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
      ctx.clip();
      for (const { color, events } of shown.current) {
        for (const { from, to } of events) {
          const left = Math.round(plot.valToPos(from, 'x', true));
          ctx.fillStyle = color;
          ctx.strokeStyle = color;
          if (to !== undefined) {
            ctx.globalAlpha = 0.1;
            ctx.fillRect(left, bbox.top, Math.round(plot.valToPos(to, 'x', true)) - left, bbox.height);
            ctx.globalAlpha = 1;
          }
          ctx.setLineDash([5, 5]);
          ctx.beginPath();
          ctx.moveTo(left, bbox.top);
          ctx.lineTo(left, bbox.top + bbox.height);
          ctx.stroke();
        }
      }
      ctx.restore();
    });
  }, [config]);
  return null;
}

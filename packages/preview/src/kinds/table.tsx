import { TableNG } from '@grafana/ui/unstable';
import type { Drawing } from './kind.js';
import { NoData } from './no-data.js';

/** Rows and columns of the first frame. */
export function drawTable({ frames, options, width, height }: Drawing) {
  const [frame] = frames.filter(({ fields }) => fields.length > 0);
  if (frame === undefined || frame.length === 0) return <NoData />;
  return (
    <TableNG
      data={frame}
      width={width}
      height={height}
      noHeader={options['showHeader'] === false}
      sortBy={options['sortBy'] ?? []}
      cellHeight={options['cellHeight'] ?? 'sm'}
      structureRev={1}
      showTypeIcons={false}
    />
  );
}

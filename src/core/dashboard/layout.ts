/** Where a panel stands in Grafana's grid: columns of 24, rows of 30 pixels. */
export interface GridPlace {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** The size of a panel. */
export interface PanelSize {
  readonly width: number;
  readonly height: number;
}

/** Places of panels, and the first free line below them. */
export interface Flow {
  readonly places: readonly GridPlace[];
  readonly bottom: number;
}

const columns = 24;

/**
 * Flows panels from left to right, from line `top` down. A panel that does not fit beside the last one begins a new
 * line below the tallest of the line, so that none overlap.
 */
export function flow(sizes: readonly PanelSize[], top: number): Flow {
  const places: GridPlace[] = [];
  let x = 0;
  let y = top;
  let bottom = top;
  for (const { width, height } of sizes) {
    if (x + width > columns) {
      x = 0;
      y = bottom;
    }
    places.push({ h: height, w: width, x, y });
    x += width;
    bottom = Math.max(bottom, y + height);
  }
  return { places, bottom };
}

/** How large a tile is. */
export interface TileSize {
  /** Columns of 24. */
  readonly width?: number;
  /** Grid rows of 30 pixels. */
  readonly height?: number;
}

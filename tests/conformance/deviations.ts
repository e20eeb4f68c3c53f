import type { JsonObject, Piece } from './pieces.js';

/** What is generated and Grafana's schema does not have, with the reason that it stays. */
export interface Deviation {
  readonly what: string;
  readonly why: string;
  /** A piece without it; the piece itself where there is nothing to leave out. */
  without(piece: Piece): Piece;
}

/** Each must deviate somewhere: one that no longer does goes. */
export const deviations: readonly Deviation[] = [
  {
    what: 'the definition of a query variable',
    why: 'Grafana writes it itself beside the query, and shows it in the list of variables; the schema has the query alone',
    without: (piece) => withoutIn(piece, 'templating', ['definition']),
  },
  {
    what: 'expr, step and titleFormat of an annotation',
    why: 'the datasource Prometheus reads them; the schema has what annotations of every datasource share',
    without: (piece) => withoutIn(piece, 'annotations', ['expr', 'step', 'titleFormat']),
  },
];

/** A piece without all of them. */
export function withoutDeviations(piece: Piece, but?: Deviation): Piece {
  return deviations.filter((each) => each !== but).reduce((left, each) => each.without(left), piece);
}

/** Leaves keys out of every entry of a list of the dashboard. */
function withoutIn(piece: Piece, place: 'annotations' | 'templating', keys: readonly string[]): Piece {
  const { list = [] } = (piece.json[place] ?? {}) as { readonly list?: readonly JsonObject[] };
  if (!list.some((entry) => keys.some((key) => key in entry))) return piece;
  const left = list.map((entry) => Object.fromEntries(Object.entries(entry).filter(([key]) => !keys.includes(key))));
  return { ...piece, json: { ...piece.json, [place]: { list: left } } };
}

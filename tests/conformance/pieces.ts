import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../types/diagnostics.js';

/** An object of JSON. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** A piece of a dashboard that has a type of Grafana's: a dashboard without its panels, a row, or a panel. */
export interface Piece {
  /** The file, and of a panel its title and id. */
  readonly name: string;
  readonly json: JsonObject;
}

interface Panels extends JsonObject {
  readonly panels?: readonly Panels[];
}

/** The dashboards of all packs: those that stand in `generated`, by pack. */
export function generatedDashboards(): Readonly<Record<string, readonly string[]>> {
  const generated = join(repository, 'generated');
  const packs = readdirSync(generated, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return Object.fromEntries(
    packs.map(({ name }) => [
      name,
      readdirSync(join(generated, name, 'grafana/dashboards'), { recursive: true, encoding: 'utf8' })
        .filter((path) => path.endsWith('.json'))
        .map((path) => join('generated', name, 'grafana/dashboards', path))
        .sort(),
    ]),
  );
}

/** Takes a dashboard of the repository apart, down to the panels in its rows. */
export function readPieces(file: string): readonly Piece[] {
  const { panels = [], ...rest } = JSON.parse(readFileSync(join(repository, file), 'utf8')) as Panels;
  return [{ name: file, json: rest }, ...panels.flatMap((panel) => panelPieces(file, panel))];
}

function panelPieces(file: string, panel: Panels): readonly Piece[] {
  const { panels, ...rest } = panel;
  const name = `${file}: ${String(panel['title'])} (${String(panel['id'])})`;
  if (panels === undefined) return [{ name, json: panel }];
  return [{ name, json: { ...rest, panels: [] } }, ...panels.flatMap((each) => panelPieces(file, each))];
}

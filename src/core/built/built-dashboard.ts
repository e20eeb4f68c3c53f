import type { DashboardFacts } from '../dashboard/facts.js';
import type { JsonPath } from '../document/json-path.js';
import { readClassicDashboard } from '../document/read/classic.js';
import { parseQuery } from '../document/read/query.js';
import type { ReadDashboard } from '../document/read-dashboard.js';
import type { JsonObject } from '../model/json.js';
import type { Artifact } from '../model/artifact.js';
import type { Position } from '../model/position.js';
import { packLookup } from '../pack/pack-lookup.js';
import type { AssembledDashboard } from '../pack/pack-event.js';
import type { Pack } from '../pack/pack.js';
import type { Lookup } from '../promql/analyze/lookup.js';
import type { Node } from '../promql/node.js';
import { asWritten } from './as-written.js';

/** A dashboard that a pack built: its file, what the file says, and what the build knows of it. */
export class BuiltDashboard {
  readonly kind = 'dashboard';
  readonly pack: Pack;
  readonly artifact: Artifact;
  readonly facts: DashboardFacts;
  /** The content of the file. */
  readonly json: JsonObject;
  #document: ReadDashboard | undefined;

  constructor(pack: Pack, artifact: Artifact, { facts, json }: AssembledDashboard) {
    this.pack = pack;
    this.artifact = artifact;
    this.facts = facts;
    this.json = json;
  }

  /** The pack and the path of the file: what reports call it. */
  get name(): string {
    return `${this.pack.name}/${this.artifact.path}`;
  }

  /** The catalog of its pack. */
  get lookup(): Lookup {
    return packLookup(this.pack);
  }

  /** The dashboard as the file says it, read when first asked for. */
  get document(): ReadDashboard {
    this.#document ??= this.read();
    return this.#document;
  }

  /**
   * Reads the file, with the trees that its queries were printed from: parsing the text again would take most of the time.
   *
   * @param note hears of each query: the tree that the author built, and the same as the parser makes it
   */
  read(note?: (built: Node, written: Node) => void): ReadDashboard {
    const trees = new Map<string, Node>();
    for (const { queries } of this.facts.panels) for (const { expr, node } of queries) trees.set(expr, node);
    return readClassicDashboard(this.json, [], {
      parse(expr) {
        const built = trees.get(expr);
        if (built === undefined) return parseQuery(expr);
        const node = asWritten(built);
        note?.(built, node);
        return { node, error: undefined };
      },
    });
  }

  /** The line of TypeScript that made the value at a path: that of its panel, variable or annotation, else the dashboard's. */
  lineOf(path: JsonPath): Position {
    const { panels, variables, annotations } = this.document;
    const { position, places } = this.facts;
    const id = panels.findLast((each) => isWithin(path, each.path))?.id;
    const variable = variables.find((each) => isWithin(path, each.path));
    const annotation = annotations.find((each) => isWithin(path, each.path));
    return (
      (id === undefined ? undefined : this.facts.panels.findLast((panel) => panel.id === id)?.position) ??
      (variable === undefined ? undefined : places.variables.get(variable.name)) ??
      (annotation === undefined ? undefined : places.annotations.get(annotation.name)) ??
      position
    );
  }
}

function isWithin(path: JsonPath, around: JsonPath): boolean {
  return around.every((step, index) => path[index] === step);
}

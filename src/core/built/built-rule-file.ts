import type { ReadRule, ReadRuleFile } from '../document/read-rule-file.js';
import { readRuleFile } from '../document/read/rule-file.js';
import type { JsonObject } from '../model/json.js';
import type { Artifact } from '../model/artifact.js';
import type { Position } from '../model/position.js';
import { packLookup } from '../pack/pack-lookup.js';
import type { AssembledRules } from '../pack/pack-event.js';
import type { Pack } from '../pack/pack.js';
import type { Server } from '../pack/servers.js';
import type { Lookup } from '../promql/analyze/lookup.js';
import type { RuleFacts } from '../rule/facts.js';
import type { RuleFile } from '../rule/rule-file.js';

/** A rule file that a pack built for one of its servers: its file, what the file says, and what the build knows of it. */
export class BuiltRuleFile {
  readonly kind = 'rule file';
  readonly pack: Pack;
  readonly artifact: Artifact;
  /** The rules, in the order of the file. */
  readonly facts: readonly RuleFacts[];
  /** The content of the file. */
  readonly json: JsonObject;
  /** The file as its author declared it: its name, and why no server loads it where it is off. */
  readonly file: RuleFile;
  /** The server that it is for. */
  readonly server: Server;
  #document: ReadRuleFile | undefined;

  constructor(pack: Pack, artifact: Artifact, { facts, json, file, server }: AssembledRules) {
    this.pack = pack;
    this.artifact = artifact;
    this.facts = facts;
    this.json = json;
    this.file = file;
    this.server = server;
  }

  /** The pack and the path of the file: what reports call it. */
  get name(): string {
    return `${this.pack.name}/${this.artifact.path}`;
  }

  /** The catalog of its pack. */
  get lookup(): Lookup {
    return packLookup(this.pack);
  }

  /** The rules as the file says them, read when first asked for. */
  get document(): ReadRuleFile {
    this.#document ??= readRuleFile(this.json, []);
    return this.#document;
  }

  /** The line of TypeScript that made a rule; without one, that of the first rule. Undefined where there is no rule. */
  lineOf(rule: ReadRule | undefined): Position | undefined {
    const place = rule?.path.join('\0');
    const index = this.document.rules.findIndex(({ path }) => path.join('\0') === place);
    return (this.facts[index] ?? this.facts[0])?.position;
  }
}

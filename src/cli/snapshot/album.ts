import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { recordKey } from '../../core/inspect/preview/record-key.js';
import type { PreviewState } from '../../core/inspect/preview/protocol.js';
import type { Client } from '../preview/client.js';

/** The answers that a page was given, by their questions: a page that has them needs no server. */
export class Recording {
  readonly #answers = new Map<string, object>();

  /** Notes an answer. */
  readonly note = (path: string, question: object, answer: object): void => {
    this.#answers.set(recordKey(path, question), answer);
  };

  /** The page of a dashboard in a scenario, in one file that opens without a server. */
  html(client: Client, { packs, now }: PreviewState, pack: string, uid: string, scenario: string): string {
    const shown = packs
      .filter(({ name }) => name === pack)
      .map((each) => ({
        ...each,
        scenarios: each.scenarios.filter(({ name }) => name === scenario),
        dashboards: each.dashboards.filter((dashboard) => dashboard.uid === uid),
      }));
    const mine = (key: string): boolean =>
      key.includes(`"dashboard":${JSON.stringify(uid)}`) && key.includes(`"scenario":${JSON.stringify(scenario)}`);
    const answers = [...this.#answers].filter(([key]) => mine(key)).sort(([a], [b]) => (a < b ? -1 : 1));
    const [title = uid] = shown.flatMap(({ dashboards }) => dashboards.map((each) => each.title));
    const state: PreviewState = { build: 1, packs: shown, now, faults: [] };
    return client.page({ title: `${title}, ${scenario}`, recorded: { state, answers: Object.fromEntries(answers) } });
  }
}

/** Writes a file whole or not at all. */
export function writeWhole(folder: string, path: string, content: string | Buffer): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  const beside = `${file}.tmp`;
  writeFileSync(beside, content);
  renameSync(beside, file);
}

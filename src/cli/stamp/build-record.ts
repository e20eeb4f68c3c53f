import type { Artifact } from '../../core/model/artifact.js';
import { hashBytes } from './hash-file.js';

/** The files that a build makes, as hashes. */
export interface BuildRecord {
  note(pack: string, artifact: Artifact): void;
  /** False where it was too much to note. */
  isComplete(): boolean;
  /** The files of a pack by path, with the hashes of their contents. */
  filesOf(pack: string): ReadonlyMap<string, string>;
}

/** In characters. Whoever generates more than this waits for other things. */
const most = 2 ** 23;

/** Creates an empty record. */
export function createRecord(): BuildRecord {
  const packs = new Map<string, Map<string, string>>();
  let size = 0;
  return {
    note(pack, { path, text }) {
      size += text.length;
      if (size > most) return;
      const files = packs.get(pack) ?? new Map<string, string>();
      packs.set(pack, files.set(path, hashBytes(text)));
    },
    isComplete: () => size <= most,
    filesOf: (pack) => packs.get(pack) ?? new Map(),
  };
}

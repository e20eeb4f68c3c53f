import { statSync, watch, type FSWatcher } from 'node:fs';

/** A folder that the system tells of. */
interface Armed {
  readonly watcher: FSWatcher;
  /** Of the folder itself: another one of the same name has to be watched anew. */
  readonly inode: string;
}

/**
 * Hears at once when something happens in folders: each is watched by itself, because Node's recursive watching misses
 * the second file that is renamed onto another. Where the system cannot tell, it stays silent.
 */
export class FolderWatch {
  readonly #armed = new Map<string, Armed>();
  readonly #heard: () => void;

  /** @param heard is called after each change, and for one change perhaps several times */
  constructor(heard: () => void) {
    this.#heard = heard;
  }

  /** Watches these folders, absolute, and no others. */
  watch(folders: ReadonlySet<string>): void {
    for (const folder of this.#armed.keys()) if (!folders.has(folder)) this.#disarm(folder);
    for (const folder of folders) this.#arm(folder);
  }

  /** Hears of nothing any more. */
  stop(): void {
    for (const folder of this.#armed.keys()) this.#disarm(folder);
  }

  #arm(folder: string): void {
    const stats = statSync(folder, { bigint: true, throwIfNoEntry: false });
    const inode = stats === undefined ? undefined : `${stats.dev}:${stats.ino}`;
    if (this.#armed.get(folder)?.inode === inode) return;
    this.#disarm(folder);
    if (inode === undefined) return;
    try {
      const watcher = watch(folder, this.#heard);
      watcher.on('error', () => this.#disarm(folder));
      this.#armed.set(folder, { watcher, inode });
    } catch {
      // The system watches no more folders, or no longer this one: who asks looks from time to time.
    }
  }

  #disarm(folder: string): void {
    this.#armed.get(folder)?.watcher.close();
    this.#armed.delete(folder);
  }
}

import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { FolderWatch } from './folder-watch.js';
import { changedSince, lookAt, type Look } from './look.js';

/** An editor, or git, has finished when nothing has changed for so many milliseconds. */
const settled = 20;

/** Most file systems count time in steps of a few milliseconds: a file may be younger than it says by so many. */
const timeStep = 20;

/** Sees when sources change: each save, however an editor writes it. */
export class SourceWatch {
  readonly #folders = new FolderWatch(() => this.#wake?.());
  #files: ReadonlySet<string> = new Set();
  #before: Look = new Map();
  #began = 0;
  readonly #lookEvery: number;
  #wake: (() => void) | undefined;

  /**
   * @param lookEvery in milliseconds: how soon it sees what the system does not tell, such as changes on a network drive
   */
  constructor(lookEvery = 1000) {
    this.#lookEvery = lookEvery;
  }

  /** Work begins: what changes from now on counts as a change after it. */
  begin(): void {
    this.#began = Date.now();
    this.#before = this.#look();
  }

  /**
   * The work has read these; they are watched from now on, and nothing else.
   *
   * @param files whose changes count; absolute
   * @param folders in which any source counts; absolute
   */
  watch(files: Iterable<string>, folders: Iterable<string> = []): void {
    this.#files = new Set(files);
    const watched = new Set([...folders, ...[...this.#files].map((file) => dirname(file))]);
    const now = lookAt(watched, this.#files);
    this.#before = new Map([...now].map(([folder, is]) => [folder, this.#before.get(folder) ?? this.#older(is)]));
    this.#folders.watch(watched);
  }

  /** Waits until something is not as it was when the work began: what, absolute and in order. */
  async next(): Promise<readonly string[]> {
    for (;;) {
      // Events that come while it looks wake it at once.
      const woken = this.#woken();
      const changed = await this.#settle();
      if (changed.length > 0) return changed;
      await woken;
      this.#folders.watch(new Set(this.#before.keys()));
    }
  }

  /** Sees nothing any more. */
  stop(): void {
    this.#folders.stop();
    this.#wake?.();
  }

  async #settle(): Promise<readonly string[]> {
    let look = this.#look();
    if (changedSince(this.#before, look).length === 0) return [];
    for (;;) {
      await pause(settled);
      const again = this.#look();
      if (changedSince(look, again).length === 0) return changedSince(this.#before, again);
      look = again;
    }
  }

  #look(): Look {
    return lookAt(this.#before.keys(), this.#files);
  }

  /** A folder that nobody looked at before the work: what was written since then may not be what was read. */
  #older(files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
    const isOld = (state: string): boolean => {
      const changed = state.split(':')[3];
      return changed === undefined || Number(BigInt(changed) / 1_000_000n) < this.#began - timeStep;
    };
    return new Map([...files].filter(([, state]) => isOld(state)));
  }

  #woken(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.#lookEvery);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

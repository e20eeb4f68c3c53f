import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Histories } from './histories.js';
import { installedPrograms, type PrometheusPrograms } from './programs.js';
import { createBlocks, startPrometheus, type PrometheusProcess } from './prometheus-process.js';

/** Where the blocks of a server stand, in its folder. */
const blocks = 'data';

/** Where histories and servers live while something is proved. Nothing of it is left at the end. */
export class Workshop {
  readonly #folder = mkdtempSync(join(tmpdir(), 'dashpack-prove-'));
  readonly #running = new Set<Promise<PrometheusProcess>>();
  readonly #programs: PrometheusPrograms;
  readonly #histories: Histories | undefined;
  #rooms = 0;
  #isClosed = false;

  /** @param histories what is remembered of simulated histories; default nothing */
  constructor(programs: PrometheusPrograms = installedPrograms, histories?: Histories) {
    this.#programs = programs;
    this.#histories = histories;
  }

  /** A new empty folder. */
  room(): string {
    this.#assertOpen();
    this.#rooms += 1;
    const room = join(this.#folder, String(this.#rooms));
    mkdirSync(room);
    return room;
  }

  /** Starts a server in a folder. */
  async start(room: string, rules: readonly string[]): Promise<PrometheusProcess> {
    this.#assertOpen();
    const starting = startPrometheus(this.#programs, room, rules);
    this.#running.add(starting);
    const server = await starting;
    const stop = async (): Promise<void> => {
      this.#running.delete(starting);
      await server.stop();
    };
    return { url: server.url, stop };
  }

  /** Adds the samples of a file in a folder, in the OpenMetrics format, to what its server will have. */
  addBlocks(room: string, file: string): Promise<void> {
    return createBlocks(this.#programs, room, file);
  }

  /** Gives the server of a folder a history that is remembered. False where it is not. */
  takeHistory(room: string, facts: string): boolean {
    return this.#histories?.take(facts, join(room, blocks)) ?? false;
  }

  /** Remembers the history that was made in a folder, before a server is started in it. */
  keepHistory(room: string, facts: string): void {
    this.#histories?.keep(facts, join(room, blocks));
  }

  /** Removes a folder. */
  clear(room: string): void {
    rmSync(room, { recursive: true, force: true });
  }

  /** Stops every server and removes every folder. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const stopped = [...this.#running].map((starting) =>
      starting.then((server) => server.stop()).catch(() => undefined),
    );
    await Promise.all(stopped);
    this.clear(this.#folder);
  }

  /** Work that was begun before the end goes on a little after it. */
  #assertOpen(): void {
    if (this.#isClosed) throw new Error('the workshop is closed');
  }
}

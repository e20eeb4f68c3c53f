import type { Artifact } from '../model/artifact.js';
import { Failure } from '../model/failure.js';
import { applyPlan, type Journal } from './apply-plan.js';
import { createEncoder } from './create-encoder.js';
import { explainHalfWay } from './explain-half-way.js';
import { listFiles } from './list-files.js';
import { acquireLock } from './lock.js';
import { openPackStage, type PackStage } from './pack-stage.js';
import { planCommit, type CommitPlan } from './plan-commit.js';
import { clearStaging } from './staging.js';

/** Where a build writes. */
export interface TransactionOptions {
  /** The output folder; a folder per pack stands in it. It is created where it is missing. */
  readonly out: string;
  /** Packs that take part even without an artifact: what they had is deleted. Those that are staged do anyway. */
  readonly packs?: readonly string[];
  /** How long to wait for another build, in milliseconds; 10,000 by default. */
  readonly lockWaitMs?: number;
}

/** The changes of a build to one pack; paths are relative to its folder and sorted by code unit. */
export interface PackSummary {
  readonly pack: string;
  /** New files and files with new content. */
  readonly written: readonly string[];
  /** How many files had their content already. */
  readonly unchanged: number;
  /** Files that the last build wrote and this one does not have. */
  readonly deleted: readonly string[];
  /** Files that dashpack did not write; they are kept. */
  readonly strangers: readonly string[];
}

/** The changes of a build, pack by pack in the order in which they were first named. */
export interface WriteSummary {
  readonly packs: readonly PackSummary[];
}

/**
 * One build's writing: files are staged one at a time and put in place together. Any failure ends it: staging and lock
 * are removed, and what was not put in place is as before.
 */
export interface Transaction {
  /**
   * Takes one artifact: remembers that it is unchanged, or writes it into the pack's staging folder. Holds nothing of
   * its content afterwards.
   *
   * @throws Failure where two artifacts have one path, where a file that dashpack did not write is in the way, or
   *   where the disk refuses.
   */
  stage(pack: string, artifact: Artifact): Promise<void>;
  /**
   * Puts the staged files in place and deletes what the manifest of the last build has and this one does not. Where
   * nothing differs, nothing on disk is touched.
   *
   * @throws Failure where a step fails; it says which files are new and which are not.
   */
  commit(): Promise<WriteSummary>;
  /** Gives up: removes staging and lock, changes nothing else. Does nothing after `commit`, a failure or an `abort`. */
  abort(): Promise<void>;
}

/**
 * Opens the only writer of an output folder, under its lock, and clears what a killed build left.
 *
 * @throws Failure where another build holds the lock, the folder cannot be written, or a pack's manifest is broken.
 */
export async function openTransaction({
  out,
  packs = [],
  lockWaitMs = 10_000,
}: TransactionOptions): Promise<Transaction> {
  const lock = await acquireLock(out, lockWaitMs);
  const stages = new Map<string, PackStage>();
  const encode = createEncoder();
  let isOpen = true;

  const close = (): void => {
    isOpen = false;
    for (const { staging } of stages.values()) staging.clear();
    lock.release();
  };
  const orClose = <Result>(step: () => Result): Result => {
    if (!isOpen) throw new Error('the transaction has ended');
    try {
      return step();
    } catch (error) {
      close();
      throw error;
    }
  };
  const open = (pack: string): PackStage => {
    const stage = stages.get(pack) ?? openPackStage(out, pack, encode);
    stages.set(pack, stage);
    return stage;
  };

  orClose(() => {
    clearStaging(out);
    for (const pack of packs) open(pack);
  });
  return {
    stage: async (pack, artifact) => orClose(() => open(pack).stage(artifact)),
    async commit() {
      const summary = orClose(() => commit([...stages.values()]));
      close();
      return summary;
    },
    async abort() {
      if (isOpen) close();
    },
  };
}

/** Everything is planned before anything is done: what can be refused is refused while all files are still old. */
function commit(stages: readonly PackStage[]): WriteSummary {
  const journal: Journal = { written: [], deleted: [] };
  const plans: CommitPlan[] = [];
  try {
    for (const stage of stages) plans.push(planCommit(stage));
    for (const plan of plans) applyPlan(plan, journal);
  } catch (error) {
    throw error instanceof Failure ? explainHalfWay(error, plans, journal) : error;
  }
  return { packs: plans.map(summarise) };
}

function summarise({ stage, written, deletedFirst, deletedAfter }: CommitPlan): PackSummary {
  const paths = stage.paths.list();
  return {
    pack: stage.pack,
    written,
    unchanged: paths.length - written.length,
    deleted: [...deletedFirst, ...deletedAfter].sort(),
    strangers: listFiles(stage.folder).filter((path) => !stage.paths.has(path)),
  };
}

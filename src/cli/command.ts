import type { Argument, Command as Asked, Option } from 'commander';
import type { Host } from './host.js';
import { formats, type CommonOptions, type OutputFormat } from './options/common.js';
import type { OptionsOf } from './options/option.js';
import type { Outcome } from './outcome.js';

/**
 * One command, as its folder declares it: whatever speaks of commands (the parser, the help, the tests) reads it here.
 * It is loaded with every other at each start, so it names what runs the command and does not import it.
 */
export interface CommandDescription<Told, Arguments extends readonly unknown[] = []> {
  readonly name: string;
  /** One sentence for the help. */
  readonly summary: string;
  /** The page that shows how to use it. */
  readonly guide: `docs/guides/${string}.md`;
  /** The arguments behind the command, without a flag. */
  readonly arguments?: { readonly [Key in keyof Arguments]: Argument };
  /** Besides those of every command. */
  readonly options: OptionsOf<Omit<Told, keyof CommonOptions>>;
  /** Command lines for the help, without the program. */
  readonly examples: readonly string[];
  /** The values of `--format` that it can print; all of them where it says nothing. */
  readonly formats?: readonly OutputFormat[];
  /** Imports what the command does, and does it. */
  run(options: Told & CommonOptions, host: Host, ...rest: Arguments): Promise<Outcome>;
}

/** One command, in a form that all of them share. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  readonly guide: string;
  readonly arguments: readonly Argument[];
  /** By what the command calls them. */
  readonly options: Readonly<Record<string, Option>>;
  readonly examples: readonly string[];
  readonly formats: readonly OutputFormat[];
  /** Runs it as the command line asks. */
  run(asked: Asked, host: Host): Promise<Outcome>;
}

/** Declares a command; `commands/index.ts` lists it. */
export function defineCommand<Told, Arguments extends readonly unknown[] = []>(
  described: CommandDescription<Told, Arguments>,
): Command {
  return {
    arguments: [],
    formats,
    ...described,
    run: (asked, host) =>
      described.run(asked.optsWithGlobals<Told & CommonOptions>(), host, ...(asked.processedArgs as [...Arguments])),
  };
}

import type { Format } from '../../core/report/report.js';
import { defaultConfig } from '../config/find-config.js';
import type { Strictness } from '../outcome.js';
import { choice, option, several, type OptionsOf } from './option.js';

/** How a command prints: findings in a form that all commands know, or Markdown, of commands that have some. */
export type OutputFormat = Format | 'markdown';

/** The options of every command. */
export interface CommonOptions extends Partial<Strictness> {
  readonly config?: string;
  readonly pack: readonly string[];
  readonly format: OutputFormat;
  readonly color: boolean;
  readonly quiet?: boolean;
}

/** The option of a command that can go on after each change. */
export const watchOption = option('--watch', 'do it again after each change, until Ctrl-C');

/** The ways in which findings can be printed. */
export const formats: readonly Format[] = ['text', 'json', 'github', 'sarif'];

/** The options of every command. */
export const commonOptions: OptionsOf<CommonOptions> = {
  config: option('--config <file>', `the configuration (default: ${defaultConfig} in the working folder)`),
  pack: several('--pack <name>', 'only this pack; can be given several times', 'all'),
  format: choice('--format <format>', 'how to print what is found', [...formats, 'markdown'], 'text'),
  failOn: choice('--fail-on <severity>', 'the mildest finding that fails', ['error', 'warning'], 'error'),
  strict: option('--strict', 'exit with 3 where a check was left out'),
  color: option('--no-color', 'no colours (so does the environment variable NO_COLOR)'),
  quiet: option('--quiet', 'print nothing on success'),
};

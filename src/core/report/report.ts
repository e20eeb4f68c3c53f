import type { Finding } from '../model/finding.js';
import { reportGithub } from './github.js';
import { reportJson } from './json.js';
import { reportSarif } from './sarif.js';
import { reportText } from './text.js';

/** How findings are printed. */
export type Format = 'text' | 'json' | 'github' | 'sarif';

/** The options of a report besides the findings. */
export interface ReportOptions {
  /** Text only: colours for a terminal. */
  readonly colour: boolean;
  /** SARIF only: dashpack's version. */
  readonly version: string;
  /** JSON only: what the command says besides. */
  readonly rest: Readonly<Record<string, unknown>>;
}

/** The reports by the names that `--format` takes, in pieces: there may be many findings. */
export const reports: Readonly<
  Record<Format, (findings: readonly Finding[], options: ReportOptions) => Iterable<string>>
> = {
  text: reportText,
  json: (findings, { rest }) => reportJson(findings, rest),
  github: reportGithub,
  sarif: reportSarif,
};

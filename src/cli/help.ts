/** The text below the options in the help: command lines to copy. */
export function examples(lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  dashpack ${line}\n`).join('')}`;
}

/** The page that shows how to use a command, as a path in the package. */
export function guide(page: string): string {
  return `\nGuide: ${page} (in the package)\n`;
}

/** The exit codes of the program, for its help. */
export const exitCodes = `
Exit codes:
  0  nothing is wrong
  1  findings, or differences
  2  wrong usage or configuration
  3  something could not be checked
`;

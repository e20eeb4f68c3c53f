/** A place in a source file, for messages. `line` and `column` count from 1. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Prints a position as `file:line:column`, the form that editors and terminals make clickable. */
export function printPosition(position: Position): string {
  return `${position.file}:${position.line}:${position.column}`;
}

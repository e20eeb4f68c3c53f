import type { Finding, Severity } from '../model/finding.js';
import { printItems, splitAtList } from './json-list.js';

/** A finding as programs read it: what is unknown is absent. */
export interface JsonFinding {
  readonly id: string;
  readonly severity: Severity;
  readonly message: string;
  readonly subject: string;
  /** Relative to the working folder. */
  readonly file?: string;
  /** From 1. */
  readonly line?: number;
  /** From 1. */
  readonly column?: number;
  /** Where the place ends: the first character that is no part of it. */
  readonly endLine?: number;
  readonly endColumn?: number;
  readonly dashboard?: { readonly uid?: string; readonly title: string };
  readonly panel?: { readonly id?: number; readonly title: string };
  /** A text, such as a query, and the part of it that is meant, in UTF-16 units. */
  readonly excerpt?: { readonly text: string; readonly from: number; readonly to: number };
  readonly fix?: string;
}

/**
 * Prints one JSON document: `findings`, after what a command says besides.
 *
 * @param rest becomes the first keys of the document
 */
export function* reportJson(
  findings: readonly Finding[],
  rest: Readonly<Record<string, unknown>> = {},
): Generator<string> {
  const [before, after] = splitAtList({ ...rest, findings: [] });
  yield before;
  yield* printItems(findings, toJson, 2);
  yield after;
}

function toJson({
  id,
  severity,
  message,
  subject,
  position,
  end,
  dashboard,
  panel,
  excerpt,
  fix,
}: Finding): JsonFinding {
  return {
    id,
    severity,
    message,
    subject,
    ...(position === undefined ? {} : { file: position.file, line: position.line, column: position.column }),
    ...(end === undefined ? {} : { endLine: end.line, endColumn: end.column }),
    ...(dashboard === undefined ? {} : { dashboard }),
    ...(panel === undefined ? {} : { panel }),
    ...(excerpt === undefined ? {} : { excerpt }),
    ...(fix === undefined ? {} : { fix }),
  };
}

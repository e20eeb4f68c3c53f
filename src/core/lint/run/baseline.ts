import { Failure } from '../../model/failure.js';
import type { Finding } from '../../model/finding.js';

/** A finding that was there when the baseline was written. Lines are no part of it, so that it survives edits. */
export interface KnownFinding {
  readonly check: string;
  readonly file: string;
  /** The uid, or the title where there is none. */
  readonly dashboard: string;
  /** The title, or the id where there is none. */
  readonly panel: string;
  readonly message: string;
  /** How often it was there. */
  readonly count: number;
}

/** The findings of a run, compared with a baseline. */
export interface BaselineResult {
  readonly fresh: readonly Finding[];
  readonly known: readonly Finding[];
  readonly gone: readonly KnownFinding[];
}

const version = 1;

/**
 * Reads a baseline.
 *
 * @throws Failure where the text is none
 */
export function parseBaseline(text: string, file: string): readonly KnownFinding[] {
  try {
    const json = JSON.parse(text) as { readonly version?: unknown; readonly findings?: unknown };
    if (json.version === version && Array.isArray(json.findings)) {
      return json.findings.map((each: unknown) => knownFinding(each));
    }
  } catch (error) {
    throw notBaseline(file, error);
  }
  throw notBaseline(file, undefined);
}

/** Prints a baseline: sorted, one finding a line, so that branches that correct different findings do not conflict. */
export function printBaseline(findings: readonly KnownFinding[]): string {
  const lines = findings
    .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
    .map(
      ({ check, file, dashboard, panel, message, count }) =>
        `    ${JSON.stringify({ check, file, dashboard, panel, message, count })}`,
    );
  return `{\n  "version": ${version},\n  "findings": [${lines.length === 0 ? '' : `\n${lines.join(',\n')}\n  `}]\n}\n`;
}

/** Findings as a baseline keeps them: equal ones once, with their number. */
export function baselineOf(findings: readonly Finding[]): readonly KnownFinding[] {
  const known = new Map<string, KnownFinding>();
  for (const finding of findings) {
    const each = knownOf(finding);
    const key = keyOf(each);
    known.set(key, { ...each, count: (known.get(key)?.count ?? 0) + 1 });
  }
  return [...known.values()];
}

/**
 * Tells new findings from those that a baseline knows.
 *
 * @param isLinted whether a file was linted: what was not is neither found nor gone
 */
export function compareBaseline(
  findings: readonly Finding[],
  baseline: readonly KnownFinding[],
  isLinted: (file: string) => boolean,
): BaselineResult {
  const left = new Map(baseline.map((each) => [keyOf(each), each.count]));
  const fresh: Finding[] = [];
  const known: Finding[] = [];
  for (const finding of findings) {
    const key = keyOf(knownOf(finding));
    const count = left.get(key) ?? 0;
    if (count > 0) left.set(key, count - 1);
    (count > 0 ? known : fresh).push(finding);
  }
  const gone = baseline.flatMap((each) => {
    const count = left.get(keyOf(each)) ?? 0;
    return count > 0 && isLinted(each.file) ? [{ ...each, count }] : [];
  });
  return { fresh, known, gone };
}

function knownOf({ id, position, dashboard, panel, message }: Finding): KnownFinding {
  return {
    check: id,
    file: position?.file ?? '',
    dashboard: dashboard?.uid ?? dashboard?.title ?? '',
    panel: panel?.title === '' ? `${panel.id ?? ''}` : (panel?.title ?? ''),
    message,
    count: 1,
  };
}

function keyOf({ check, file, dashboard, panel, message }: KnownFinding): string {
  return [file, dashboard, panel, check, message].join('\0');
}

function knownFinding(value: unknown): KnownFinding {
  const { check, file, dashboard, panel, message, count } = value as Readonly<Record<string, unknown>>;
  const texts = [check, file, dashboard, panel, message];
  if (!texts.every((text) => typeof text === 'string') || typeof count !== 'number')
    throw new TypeError('not a finding of a baseline');
  const [a, b, c, d, e] = texts as [string, string, string, string, string];
  return { check: a, file: b, dashboard: c, panel: d, message: e, count };
}

function notBaseline(file: string, cause: unknown): Failure {
  return new Failure(`${file} is not a baseline of dashpack lint`, {
    next: `write it with --baseline ${file} --update-baseline, or correct the name`,
    cause,
  });
}

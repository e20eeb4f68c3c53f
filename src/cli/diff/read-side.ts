import { parse, YAMLParseError } from 'yaml';
import type { Json } from '../../core/model/json.js';
import { readDocument } from '../../core/document/read/read-document.js';
import { readTests } from '../../core/diff/rule/read-tests.js';
import type { Side, SideDashboard, SideRules, SideTest } from '../../core/diff/side.js';
import type { Finding } from '../../core/model/finding.js';
import type { Position } from '../../core/model/position.js';

/** A file of one side. */
export interface SideFile {
  /** The same on both sides where it is the same file. */
  readonly name: string;
  /** As reports call it; undefined where it is no file that people can open. */
  readonly shown: string;
  readonly text: string;
}

/** One side, and what of its files cannot be read. */
export interface ReadSide {
  readonly side: Side;
  readonly findings: readonly Finding[];
}

/** Reads files: dashboards, rules and their tests; everything else is kept as a text. */
export async function readSide(files: readonly SideFile[]): Promise<ReadSide> {
  const dashboards: SideDashboard[] = [];
  const rules: SideRules[] = [];
  const tests: SideTest[] = [];
  const others = new Map<string, string>();
  const findings: Finding[] = [];
  for (const { name, shown, text } of files) {
    const own = isManifest(name) ? undefined : testsIn(name, text);
    if (own !== undefined) tests.push(...own);
    else if (isManifest(name) || !/\.(?:json|ya?ml)$/i.test(name)) others.set(name, text);
    else {
      const document = await readDocument({ file: shown, text });
      const at = (place: { readonly line: number; readonly column: number }): Position => ({
        file: shown,
        line: place.line,
        column: place.column,
      });
      for (const read of document.dashboards)
        dashboards.push({ file: name, read, locate: (path) => at(document.locate(path)) });
      for (const read of document.ruleFiles)
        rules.push({ file: name, read, locate: ({ path }) => at(document.locate(path)) });
      findings.push(
        ...document.problems.map(({ id, severity, message, fix, ...place }): Finding => ({
          id,
          severity,
          message,
          fix,
          subject: '',
          position: at(place),
        })),
      );
      if (document.dashboards.length + document.ruleFiles.length === 0) others.set(name, text);
    }
  }
  return { side: { dashboards, rules, tests, others }, findings };
}

/** True for the list of its files that a build keeps beside them. */
function isManifest(name: string): boolean {
  return /(?:^|\/)manifest\.json$/.test(name);
}

function testsIn(name: string, text: string): readonly SideTest[] | undefined {
  if (!/\.ya?ml$/i.test(name) || !/^tests:/m.test(text)) return undefined;
  try {
    return readTests(parse(text) as Json, name);
  } catch (error) {
    if (error instanceof YAMLParseError) return undefined;
    throw error;
  }
}

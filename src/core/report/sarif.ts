import type { Finding } from '../model/finding.js';
import { printItems, splitAtList } from './json-list.js';

/**
 * Prints findings as SARIF 2.1.0, which code scanners read. File names are relative to the working folder.
 * Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 *
 * @param options `version`: of dashpack
 */
export function* reportSarif(findings: readonly Finding[], options: { readonly version: string }): Generator<string> {
  const ids = [...new Set(findings.map(({ id }) => id))].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'dashpack', version: options.version, rules: ids.map((id) => ({ id })) } },
        columnKind: 'utf16CodeUnits',
        results: [],
      },
    ],
  };
  const [before, after] = splitAtList(log);
  yield before;
  yield* printItems(findings, (finding) => toResult(finding, ids), 6);
  yield after;
}

function toResult({ id, severity, message, subject, position, end, fix }: Finding, ids: readonly string[]): object {
  const physical =
    position === undefined
      ? {}
      : {
          physicalLocation: {
            artifactLocation: { uri: position.file.split('/').map(encodeURIComponent).join('/') },
            region: {
              startLine: position.line,
              startColumn: position.column,
              ...(end === undefined ? {} : { endLine: end.line, endColumn: end.column }),
            },
          },
        };
  const logical = subject === '' ? {} : { logicalLocations: [{ fullyQualifiedName: subject }] };
  const location = { ...physical, ...logical };
  return {
    ruleId: id,
    ruleIndex: ids.indexOf(id),
    level: severity, // SARIF has the same three words
    message: { text: fix === undefined ? message : `${message}\nfix: ${fix}` },
    locations: Object.keys(location).length === 0 ? [] : [location],
  };
}

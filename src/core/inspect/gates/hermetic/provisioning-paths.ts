import { checkPaths, type GeneratedFiles } from '../../../stack/check-paths.js';
import type { ComposeFile } from '../../../stack/compose.js';
import { judged, skipped, type GateResult } from '../gate-result.js';
import { counted } from '../../../pack/page/markdown.js';
import type { VerifiedPack } from '../verified-pack.js';

const composeFile = /^compose\/[^/]+\/compose[^/]*\.yml$/;
/** The files that name paths: providers of dashboards, configurations of servers. */
const naming = /(?:^grafana\/provisioning\/.*\.ya?ml|\/prometheus\.yml|\.ya?ml)$/;

/**
 * A gate: every path that a compose file on disk, or a file that it mounts, names leads through a mount to a generated
 * file.
 *
 * @param parseYaml reads a YAML file
 */
export function checkProvisioningPaths(
  { pack, files }: VerifiedPack,
  parseYaml: (text: string) => unknown,
): GateResult {
  const about = { check: 'files.provisioning-paths', subject: pack.name };
  const composes = [...files].filter(([path]) => composeFile.test(path));
  if (composes.length === 0) {
    return {
      ...about,
      ...skipped(
        'the pack has no stack: nobody says where its files are mounted',
        'declare a stack(…), or check by hand',
      ),
    };
  }
  const contents = [...files].filter(([path]) => naming.test(path) && !composeFile.test(path));
  const generated: GeneratedFiles = {
    paths: new Set(files.keys()),
    contents: new Map(contents.map(([path, text]) => [path, parseYaml(text)])),
  };
  const problems = composes.flatMap(([path, text]) =>
    checkPaths(parseYaml(text) as ComposeFile, pack.name, generated).map((problem) => `${path}: ${problem}`),
  );
  return {
    ...about,
    ...judged(
      problems,
      `every path in ${counted(composes.length, 'compose file')} leads to a generated file`,
      `${counted(problems.length, 'path')} without a file behind`,
      'run dashpack build; where that changes nothing, correct the stack',
    ),
  };
}

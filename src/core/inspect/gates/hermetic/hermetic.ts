import type { Differences } from '../../../emit/compare.js';
import type { GateResult } from '../gate-result.js';
import type { VerifiedPack } from '../verified-pack.js';
import { checkLinks } from './links.js';
import { checkProvisioningPaths } from './provisioning-paths.js';
import { checkRoleVariables } from './role-variables.js';
import { checkSecrets } from './secrets.js';
import { checkUids } from './uids.js';
import { checkZeroDiff } from './zero-diff.js';

/**
 * Checks the generated files on disk, without asking anybody.
 *
 * @param counts how many files each pack builds, by its name
 * @param parseYaml reads a YAML file
 */
export function checkHermetic(
  packs: readonly VerifiedPack[],
  { files }: Differences,
  counts: ReadonlyMap<string, number>,
  parseYaml: (text: string) => unknown,
): readonly GateResult[] {
  return [
    checkUids(packs),
    ...packs.flatMap((verified) => {
      const { name } = verified.pack;
      return [
        checkZeroDiff(name, counts.get(name) ?? 0, files),
        checkRoleVariables(verified),
        checkLinks(verified),
        checkProvisioningPaths(verified, parseYaml),
        checkSecrets(verified),
      ];
    }),
  ];
}

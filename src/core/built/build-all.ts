import type { Artifact } from '../model/artifact.js';
import type { Finding } from '../model/finding.js';
import { buildPack } from '../pack/build/build-pack.js';
import { checkPacks } from '../pack/check-packs.js';
import type { PackEvent } from '../pack/pack-event.js';
import type { Pack } from '../pack/pack.js';
import { BuiltDashboard } from './built-dashboard.js';
import { BuiltRuleFile } from './built-rule-file.js';
import { definitionsOf } from './definitions-of.js';

/** One step of building packs. */
export interface BuildStep {
  /** The problems, in the order in which they were found. */
  readonly findings: readonly Finding[];
  /** The file that came, and its pack. */
  readonly made?: { readonly pack: Pack; readonly artifact: Artifact };
  /** The document in the file, where it is a dashboard or has rules. */
  readonly document?: BuiltDashboard | BuiltRuleFile;
}

/**
 * Builds packs, one file after the other: nothing of a file is kept when the next one comes.
 *
 * @param all the packs of the configuration: those that are not built must not collide with those that are
 */
export async function* buildAll(packs: readonly Pack[], all: readonly Pack[]): AsyncGenerator<BuildStep> {
  const together = checkPacks(all);
  yield { findings: together.findings };
  for (const pack of packs) {
    for await (const event of buildPack(pack)) {
      const { dashboard } = event;
      const collisions =
        dashboard === undefined ? [] : together.dashboard(pack, dashboard.facts.ref, dashboard.facts.position);
      yield { ...stepOf(pack, event), findings: [...event.findings, ...collisions] };
    }
  }
  for await (const { pack, dashboard } of definitionsOf(all.filter((each) => !packs.includes(each)))) {
    yield { findings: together.dashboard(pack, dashboard.ref, dashboard.position) };
  }
}

function stepOf(pack: Pack, { artifact, dashboard, rules }: PackEvent): Omit<BuildStep, 'findings'> {
  if (artifact === undefined) return {};
  const made = { pack, artifact };
  if (dashboard !== undefined) return { made, document: new BuiltDashboard(pack, artifact, dashboard) };
  if (rules !== undefined) return { made, document: new BuiltRuleFile(pack, artifact, rules) };
  return { made };
}

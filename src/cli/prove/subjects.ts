import type { ProofSubject } from '../../core/inspect/proof/subject.js';
import type { Finding } from '../../core/model/finding.js';
import type { Pack } from '../../core/pack/pack.js';
import { dashboardSource } from '../audit/built-source.js';
import { buildPacks } from '../build-packs.js';
import type { Places } from '../config/places.js';
import type { Interruption } from '../interruption.js';

/** A pack, and what it built, as far as it is proved. */
export interface BuiltPack {
  readonly pack: Pack;
  readonly subjects: readonly ProofSubject[];
  /** The texts of its rule files, by their names. */
  readonly ruleTexts: ReadonlyMap<string, string>;
}

/** Builds packs and reads what they built, as somebody would who only has the files. */
export async function buildSubjects(
  packs: readonly Pack[],
  places: Places,
  interruption: Interruption,
): Promise<{ readonly built: readonly BuiltPack[]; readonly findings: readonly Finding[] }> {
  const made = packs.map((pack) => ({
    pack,
    subjects: [] as ProofSubject[],
    ruleTexts: new Map<string, string>(),
  }));
  const findings = await buildPacks(packs, packs, places, interruption, {
    dashboard(built) {
      const { document, facts } = built;
      made
        .find(({ pack }) => pack === built.pack)
        ?.subjects.push({
          dashboard: document,
          keys: new Map(facts.panels.map(({ id, row, key }) => [id, `${row}/${key}`])),
          source: dashboardSource(built, places),
        });
    },
    rules({ pack, file, artifact }) {
      made.find((each) => each.pack === pack)?.ruleTexts.set(file.name, artifact.text);
    },
  });
  return { built: made, findings };
}

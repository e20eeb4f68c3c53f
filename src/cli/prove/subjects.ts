import { catalogLookup } from '../../core/catalog/lookup.js';
import { packSource } from '../../core/lint/run/lint-pack.js';
import { readClassicDashboard } from '../../core/document/read/classic.js';
import type { JsonRecord } from '../../core/document/json.js';
import type { Finding } from '../../core/model/finding.js';
import type { Pack } from '../../core/pack/pack.js';
import type { ProofSubject } from '../../core/inspect/proof/subject.js';
import { buildPacks } from '../build-packs.js';
import type { Places } from '../config/places.js';
import type { Interruption } from '../interruption.js';

/** What a pack built, as far as it is proved. */
export interface BuiltPack {
  readonly pack: Pack;
  readonly subjects: readonly ProofSubject[];
  /** The texts of its rule files, by their names. */
  readonly ruleTexts: ReadonlyMap<string, string>;
}

const nobody = { dashboard: undefined, panel: undefined, query: undefined, variable: undefined, rule: undefined };

/** Builds packs and reads what they built, as somebody would who only has the files. */
export async function buildSubjects(
  packs: readonly Pack[],
  places: Places,
  interruption: Interruption,
): Promise<{ readonly built: readonly BuiltPack[]; readonly findings: readonly Finding[] }> {
  const made = new Map(
    packs.map((pack) => {
      const lookup = catalogLookup(pack.metrics.map(({ family }) => family));
      return [pack, { lookup, subjects: [] as ProofSubject[], ruleTexts: new Map<string, string>() }] as const;
    }),
  );
  const findings = await buildPacks(packs, packs, places, interruption, {
    dashboard(pack, facts, artifact, json) {
      const own = made.get(pack);
      if (own === undefined) return;
      const dashboard = readClassicDashboard((json ?? {}) as JsonRecord, []);
      const lines = packSource(dashboard, {
        dashboard: facts.position,
        panels: new Map(facts.panels.map(({ id, position }) => [id, position])),
        ...facts.places,
      });
      own.subjects.push({
        dashboard,
        keys: new Map(facts.panels.map(({ id, row, key }) => [id, `${row}/${key}`])),
        source: {
          name: `${pack.name}/${artifact?.path ?? facts.ref.uid}`,
          dashboards: [dashboard],
          ruleFiles: [],
          unread: [],
          lookup: own.lookup,
          locate({ path }) {
            const { position } = lines.locate(path, undefined, nobody);
            return position === undefined ? undefined : places.position(position);
          },
        },
      });
    },
    rules(pack, _facts, artifact) {
      const name = artifact?.path.split('/').at(-1) ?? '';
      made.get(pack)?.ruleTexts.set(name, artifact?.text ?? '');
    },
  });
  return { built: [...made].map(([pack, { subjects, ruleTexts }]) => ({ pack, subjects, ruleTexts })), findings };
}

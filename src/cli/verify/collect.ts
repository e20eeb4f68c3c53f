import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuiltDashboard } from '../../core/built/built-dashboard.js';
import { definitionsOf } from '../../core/built/definitions-of.js';
import { openComparison, type Differences } from '../../core/emit/compare.js';
import { readManifest } from '../../core/emit/manifest.js';
import type { Pack } from '../../core/pack/pack.js';
import type { BuiltRule, VerifiedPack } from '../../core/inspect/gates/verified-pack.js';
import type { Host } from '../host.js';
import { selectPacks } from '../config/select-packs.js';
import type { BuildOptions } from '../options/build.js';
import { runBuild, type BuildRun } from '../run-build.js';

/** The files that packs build, and how those on disk differ. */
export interface Collected {
  readonly packs: readonly VerifiedPack[];
  readonly differences: Differences;
  /** How many files each pack builds, by its name. */
  readonly counts: ReadonlyMap<string, number>;
}

/** Builds the packs in memory, keeps what they come to, and reads what is on disk. */
export async function collect(options: BuildOptions, host: Host): Promise<BuildRun<Collected>> {
  return runBuild<Collected>(options, host, async (out, names, loaded) => {
    const comparison = openComparison({ out, packs: names });
    const dashboards = new Map<string, BuiltDashboard[]>();
    const rules = new Map<string, BuiltRule[]>();
    const counts = new Map<string, number>();
    const elsewhere = new Set<string>();
    return {
      async stage(pack, artifact) {
        counts.set(pack, (counts.get(pack) ?? 0) + 1);
        await comparison.stage(pack, artifact);
      },
      dashboard(built) {
        for (const { to } of built.facts.links) if (to.elsewhere !== undefined) elsewhere.add(to.uid);
        put(dashboards, built.pack.name, built);
      },
      rules({ pack, facts, server }) {
        for (const { kind, name, group, file, expr, loaded: isLoaded } of facts)
          if (isLoaded) put(rules, pack.name, { kind, name, group, file, expr, server: server.datasource.uid });
      },
      async finish() {
        const targets = new Set([...elsewhere, ...(await uidsOf(loaded.config.packs))]);
        const packs = selectPacks(loaded, options.pack).map((pack) => ({
          pack,
          dashboards: dashboards.get(pack.name) ?? [],
          rules: rules.get(pack.name) ?? [],
          files: readGenerated(join(out, pack.name)),
          targets,
        }));
        return { packs, differences: await comparison.finish(), counts };
      },
      abort: async () => undefined,
    };
  });
}

function put<Item>(lists: Map<string, Item[]>, key: string, item: Item): void {
  const list = lists.get(key) ?? [];
  list.push(item);
  lists.set(key, list);
}

/** The uids of all dashboards of packs, of those that are not built as well: links may lead there. */
async function uidsOf(packs: readonly Pack[]): Promise<readonly string[]> {
  const uids: string[] = [];
  for await (const { dashboard } of definitionsOf(packs)) uids.push(dashboard.ref.uid);
  return uids;
}

/** The files that dashpack wrote into a pack's folder, as far as they are there. */
function readGenerated(folder: string): ReadonlyMap<string, string> {
  const paths = [...readManifest(folder).paths].sort().filter((path) => existsSync(join(folder, path)));
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

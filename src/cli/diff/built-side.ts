import type { SideDashboard, SideRules } from '../../core/diff/side.js';
import type { Finding } from '../../core/model/finding.js';
import { buildPacks } from '../build-packs.js';
import type { LoadedPacks } from '../config/load-packs.js';
import type { Interruption } from '../interruption.js';
import { readSide, type ReadSide, type SideFile } from './read-side.js';

/** The dashboards and rules that the sources build now, in memory. */
export interface BuiltSide extends ReadSide {
  /** True where an error kept it from being built. */
  readonly isBroken: boolean;
}

/** Builds packs in memory: what is found in their dashboards and rules stands at the lines of TypeScript. */
export async function buildSide(
  { packs, config, places }: LoadedPacks,
  interruption: Interruption,
): Promise<BuiltSide> {
  const dashboards: SideDashboard[] = [];
  const rules: SideRules[] = [];
  const files: SideFile[] = [];
  const found = await buildPacks(packs, config.packs, places, interruption, {
    dashboard(each) {
      dashboards.push({
        file: each.name,
        read: each.document,
        locate: (path) => places.position(each.lineOf(path)),
      });
    },
    rules(each) {
      const locate: SideRules['locate'] = (rule) => {
        const position = each.lineOf(rule);
        return position === undefined ? undefined : places.position(position);
      };
      rules.push({ file: each.name, read: each.document, locate });
    },
    async stage(pack, { path, text }) {
      const name = `${pack.name}/${path}`;
      const isKnown = [...dashboards, ...rules].some(({ file }) => file === name);
      if (!isKnown) files.push({ name, shown: name, text });
    },
  });
  const isBroken = found.some(({ severity }) => severity === 'error');
  const { side, findings } = await readSide(files);
  return {
    side: { ...side, dashboards, rules },
    findings: [...found, ...findings] satisfies readonly Finding[],
    isBroken,
  };
}

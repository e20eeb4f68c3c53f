import { buildAll } from '../../../../src/core/built/build-all.js';
import type { BuiltDashboard } from '../../../../src/core/built/built-dashboard.js';
import type { Pack } from '../../../../src/core/pack/pack.js';
import type { BuiltRule, VerifiedPack } from '../../../../src/core/inspect/gates/verified-pack.js';
import { smallPack } from '../../stack/small-stack.js';

/** A pack as `verify` knows it, with what it builds on disk; changed as given, where `undefined` takes a file away. */
export async function verified(
  changes: Readonly<Record<string, string | undefined>> = {},
  pack: Pack = smallPack({}),
): Promise<VerifiedPack> {
  const files = new Map<string, string>();
  const dashboards: BuiltDashboard[] = [];
  const rules: BuiltRule[] = [];
  for await (const { made, document } of buildAll([pack], [pack])) {
    if (made !== undefined) files.set(made.artifact.path, made.artifact.text);
    if (document?.kind === 'dashboard') dashboards.push(document);
    if (document?.kind === 'rule file') {
      const server = document.server.datasource.uid;
      for (const { kind, name, group, file, expr } of document.facts)
        rules.push({ kind, name, group, file, expr, server });
    }
  }
  for (const [path, text] of Object.entries(changes)) {
    if (text === undefined) files.delete(path);
    else files.set(path, text);
  }
  return { pack, dashboards, rules, files, targets: new Set(dashboards.map(({ facts }) => facts.ref.uid)) };
}

/** The path of the small pack's dashboard. */
export const webPath = 'grafana/dashboards/http/web.json';

/** The small pack's dashboard on disk, changed. */
export async function webWith(from: string | RegExp, to: string): Promise<VerifiedPack> {
  const text = (await verified()).files.get(webPath) ?? '';
  const changed = text.replace(from, () => to);
  if (changed === text) throw new Error(`the dashboard does not contain ${String(from)}`);
  return verified({ [webPath]: changed });
}

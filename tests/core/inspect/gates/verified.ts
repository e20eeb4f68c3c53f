import { buildPack } from '../../../../src/core/pack/build/build-pack.js';
import type { Pack } from '../../../../src/core/pack/pack.js';
import type { JsonObject } from '../../../../src/core/emit/json-value.js';
import { readClassicDashboard } from '../../../../src/core/document/read/classic.js';
import type { JsonRecord } from '../../../../src/core/document/json.js';
import type { BuiltDashboard, BuiltRule, VerifiedPack } from '../../../../src/core/inspect/gates/verified-pack.js';
import { smallPack } from '../../stack/small-stack.js';

/** A pack as `verify` knows it, with what it builds on disk; changed as given, where `undefined` takes a file away. */
export async function verified(
  changes: Readonly<Record<string, string | undefined>> = {},
  pack: Pack = smallPack({}),
): Promise<VerifiedPack> {
  const files = new Map<string, string>();
  const dashboards: BuiltDashboard[] = [];
  const rules: BuiltRule[] = [];
  for await (const { artifact, json, dashboard, rules: facts = [] } of buildPack(pack)) {
    if (artifact === undefined) continue;
    files.set(artifact.path, artifact.text);
    const server = /^prometheus\/([^/]+)\//.exec(artifact.path)?.[1] ?? '';
    rules.push(...facts.map(({ kind, name, group, file, expr }) => ({ kind, name, group, file, expr, server })));
    if (dashboard === undefined || json === undefined) continue;
    const { uid, title } = dashboard.ref;
    const read = readClassicDashboard(json as JsonRecord, []);
    dashboards.push({ uid, title, path: artifact.path, json: json as JsonObject, read });
  }
  for (const [path, text] of Object.entries(changes)) {
    if (text === undefined) files.delete(path);
    else files.set(path, text);
  }
  return { pack, dashboards, rules, files, targets: new Set(dashboards.map(({ uid }) => uid)) };
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

import { Failure } from '../../core/model/failure.js';
import type { Scenario } from '../../core/model/scenario.js';
import type { Pack } from '../../core/pack/pack.js';
import { serversOf, type Server } from '../../core/pack/servers.js';
import { nearest } from '../../core/text/nearest.js';

/** The one pack that is simulated. @throws Failure where several could be meant */
export function choosePack(packs: readonly Pack[]): Pack {
  const [pack, ...others] = packs;
  if (pack !== undefined && others.length === 0) return pack;
  const names = packs.map(({ name }) => name);
  throw new Failure(
    pack === undefined ? 'the configuration has no pack' : 'one pack is simulated at a time, and there are several',
    {
      next:
        pack === undefined
          ? 'list a pack in defineConfig({ packs: […] })'
          : `name one: --pack ${names.join(' or --pack ')}; a second one can run beside it, with --port-offset 10000`,
    },
  );
}

/** A scenario by its name. @throws Failure with the nearest, where there is none */
export function chooseScenario(name: string, { name: pack }: Pack, scenarios: readonly Scenario[]): Scenario {
  const found = scenarios.find((scenario) => scenario.name === name);
  if (found !== undefined) return found;
  const names = scenarios.map((scenario) => scenario.name);
  const meant = nearest(name, names);
  throw new Failure(
    `the pack "${pack}" has no scenario "${name}"${meant === undefined ? '' : `: did you mean "${meant}"?`}`,
    {
      next:
        names.length === 0
          ? `declare one with scenario(…), and name its file in pack({ scenarios: () => import('…') })`
          : `use one of ${names.join(', ')}`,
    },
  );
}

/** The server whose history is written. @throws Failure where several could be meant, or there is none */
export function chooseServer(uid: string | undefined, pack: Pack): Server {
  const servers = serversOf(pack);
  const uids = servers.map(({ datasource }) => datasource.uid);
  const found = servers.filter(({ datasource }) => uid === undefined || datasource.uid === uid);
  const [server] = found;
  if (server !== undefined && found.length === 1) return server;
  const message =
    uid === undefined
      ? `the pack "${pack.name}" has several servers`
      : `no Prometheus of the pack has the uid "${uid}"`;
  throw new Failure(message, { next: `say whose history is written: --server ${uids.join(' or --server ')}` });
}

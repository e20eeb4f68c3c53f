import type { AnyExporter } from '../../core/exporter/exporter.js';
import { Failure } from '../../core/model/failure.js';
import type { Pack } from '../../core/pack/pack.js';
import { nearest } from '../../core/text/nearest.js';

/**
 * Loads the exporter that a name means.
 *
 * @throws Failure where no pack has it, or several have
 */
export async function findExporter(name: string, packs: readonly Pack[]): Promise<AnyExporter> {
  const found = packs.filter((pack) => Object.hasOwn(pack.exporters, name));
  const [first, second] = found;
  if (first === undefined) throw unknownExporter(name, packs);
  if (second !== undefined) {
    throw new Failure(`several packs have an exporter "${name}"`, {
      next: `name one of them: ${found.map((pack) => `--pack ${pack.name}`).join(' or ')}`,
    });
  }
  const loaded = await first.exporters[name]?.();
  const exporter = loaded !== undefined && 'default' in loaded ? loaded.default : loaded;
  if (exporter?.kind === 'exporter') return exporter;
  throw new Failure(`the exporter "${name}" of pack "${first.name}" is none`, {
    next: 'export it by default: export default exporter({ … });',
    position: first.position,
  });
}

function unknownExporter(name: string, packs: readonly Pack[]): Failure {
  const known = packs.flatMap((pack) => Object.keys(pack.exporters));
  const meant = nearest(name, known);
  return new Failure(`there is no exporter "${name}"${meant === undefined ? '' : `: did you mean "${meant}"?`}`, {
    next:
      known.length === 0
        ? 'declare one in its pack: exporters: { … }'
        : `run one that there is: ${known.map((each) => `dashpack exporter ${each}`).join(', ')}`,
  });
}

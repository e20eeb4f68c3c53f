import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../../core/model/failure.js';
import { nearest } from '../../core/text/nearest.js';

/** The page of a kind of finding. */
export interface FindingPage {
  /** `promql/rate-on-gauge`. */
  readonly id: string;
  /** From the folder of dashpack: `docs/checks/promql/rate-on-gauge.md`. */
  readonly path: string;
  /** Markdown. */
  readonly text: string;
}

/** The pages of what `lint` finds, and of what `build` alone finds. */
const folders = ['docs/checks', 'docs/build'];

/**
 * The page of what a subject names, where that is the id of a finding: `<group>/<name>`.
 *
 * @param home the folder of the running copy
 * @throws Failure where it is nearly such an id
 */
export function explainPage(subject: string, home: string): FindingPage | undefined {
  if (!/^[a-z]+\/[a-z0-9-]+$/.test(subject)) return undefined;
  const pages = new Map(folders.flatMap((folder) => pagesIn(home, folder)));
  const path = pages.get(subject);
  if (path !== undefined) return { id: subject, path, text: readFileSync(join(home, path), 'utf8') };
  const meant = nearest(subject, [...pages.keys()]);
  if (meant === undefined) return undefined;
  throw new Failure(`no finding has the id "${subject}": did you mean "${meant}"?`, {
    next: `dashpack explain ${meant}`,
  });
}

/** The ids with the paths of their pages. */
function pagesIn(home: string, folder: string): readonly (readonly [id: string, path: string])[] {
  return readdirSync(join(home, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.includes('/') && file.endsWith('.md'))
    .map((file) => [file.slice(0, -'.md'.length), `${folder}/${file}`]);
}

import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { evidenceIndex, type EvidenceFile } from '../../core/inspect/evidence/evidence-files.js';
import { Failure } from '../../core/model/failure.js';

/**
 * Refuses a folder for evidence that holds anything else: it is replaced as a whole.
 *
 * @throws Failure that names what is in the way
 */
export function assertEvidenceFolder(folder: string): void {
  const stranger = strangerIn(folder);
  if (stranger === undefined) return;
  throw new Failure(`${folder} holds ${stranger}, which is not evidence of dashpack's`, {
    next: 'name a new or an empty folder with --evidence, or move that away',
  });
}

/**
 * Puts evidence into a folder. Whoever looks sees what was there before or all of the new files, never a part of them.
 *
 * @throws Failure where the folder holds anything else, or the disk refuses
 */
export function writeEvidence(folder: string, files: readonly EvidenceFile[]): void {
  assertEvidenceFolder(folder);
  const name = basename(folder);
  const next = join(dirname(folder), `.${name}.${process.pid}.new`);
  const last = join(dirname(folder), `.${name}.${process.pid}.old`);
  try {
    mkdirSync(next, { recursive: true });
    for (const file of files) writeFileSync(join(next, file.name), file.text);
    if (existsSync(folder)) renameSync(folder, last);
    renameSync(next, folder);
  } catch (error) {
    // Whatever was there before goes back.
    if (existsSync(last) && !existsSync(folder)) renameSync(last, folder);
    rmSync(next, { recursive: true, force: true });
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw new Failure(`the evidence cannot be written to ${folder} (${code})`, {
      next: 'see that its parent folder is writable, or name another folder with --evidence',
      cause: error,
    });
  }
  rmSync(last, { recursive: true, force: true });
}

/** The things in a folder that are not evidence, in words. */
function strangerIn(folder: string): string | undefined {
  if (!existsSync(folder)) return undefined;
  if (!statSync(folder).isDirectory()) return 'a file in place of the folder';
  const entries = readdirSync(folder);
  const known = new Set(indexOf(folder));
  return entries.find((entry) => !known.has(entry));
}

function indexOf(folder: string): readonly string[] {
  try {
    const { files } = JSON.parse(readFileSync(join(folder, evidenceIndex), 'utf8')) as { readonly files?: unknown };
    return Array.isArray(files) ? files.filter((file): file is string => typeof file === 'string') : [];
  } catch {
    return [];
  }
}

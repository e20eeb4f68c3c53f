import { readFileSync } from 'node:fs';
import { limits } from '../../core/document/read/limits.js';
import { readDocument } from '../../core/document/read/read-document.js';
import { readProblems, type ReadProblem, type ReadProblemName } from '../../core/document/read/read-problem.js';
import type { Finding } from '../../core/model/finding.js';
import type { LintFile } from './walk.js';

/** Reads a file, or says why it cannot be linted. What is too large is not even opened. */
export async function readText(file: LintFile): Promise<string | readonly Finding[]> {
  if (file.size > limits.fileLength) {
    const mebibytes = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} MiB`;
    const message = `the file has ${mebibytes(file.size)}, more than the ${mebibytes(limits.fileLength)} that are read`;
    return [problemOf(file, 'too-large', message)];
  }
  let bytes;
  try {
    bytes = readFileSync(file.path);
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    return [problemOf(file, 'unreadable', `the file cannot be read (${code})`)];
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const { problems } = await readDocument({ file: file.name, text: bytes });
    return problems.map((problem) => readFinding(file, problem));
  }
}

/** A problem of a file itself, as a finding. */
export function readFinding(file: LintFile, problem: Omit<ReadProblem, 'summary'>): Finding {
  const { id, severity, message, fix, line, column } = problem;
  return { id, severity, message, subject: '', position: { file: file.name, line, column }, fix };
}

function problemOf(file: LintFile, name: ReadProblemName, message: string): Finding {
  return readFinding(file, { id: `read/${name}`, ...readProblems[name], message, line: 1, column: 1 });
}

import { readFileSync } from 'node:fs';
import { limits } from '../../core/lint/read/limits.js';
import { readProblems, type ReadProblemName } from '../../core/lint/read/read-problem.js';
import type { Finding } from '../../core/model/finding.js';
import type { LintFile } from './walk.js';

/** Reads a file, or says why it cannot be linted. What is too large is not even opened. */
export function readText(file: LintFile): string | Finding {
  if (file.size > limits.fileLength) {
    const mebibytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MiB`;
    return about(
      file,
      'too-large',
      `The file has ${mebibytes(file.size)}, more than the ${mebibytes(limits.fileLength)} that are read.`,
    );
  }
  let bytes;
  try {
    bytes = readFileSync(file.path);
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    return {
      id: 'read/unreadable',
      severity: 'error',
      message: `The file cannot be read (${code}).`,
      subject: '',
      position: { file: file.name, line: 1, column: 1 },
      fix: 'make it readable, or leave it out',
    };
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return about(file, 'not-utf8', 'The file is not UTF-8 text.');
  }
}

function about(file: LintFile, problem: ReadProblemName, message: string): Finding {
  const { severity, fix } = readProblems[problem];
  return {
    id: `read/${problem}`,
    severity,
    message,
    subject: '',
    position: { file: file.name, line: 1, column: 1 },
    fix,
  };
}

import type { Severity } from '../../model/finding.js';
import { limits } from './limits.js';

/** Facts of one kind of problem that a file itself can have: it is not what its name says, or cannot be read. */
export interface ReadProblemFacts {
  readonly id: string;
  readonly severity: Severity;
  readonly summary: string;
  readonly fix: string;
}

/** Problems of a file before there is anything in it to check. Each has a page in docs/checks/read. */
export const readProblems = {
  empty: {
    severity: 'warning',
    summary: 'a file with nothing in it',
    fix: 'remove the file, or write into it what was lost',
  },
  unreadable: {
    severity: 'error',
    summary: 'a file that the system does not hand over',
    fix: 'make it readable, or leave it out',
  },
  'not-utf8': { severity: 'error', summary: 'a file that is not UTF-8 text', fix: 'save the file as UTF-8' },
  'byte-order-mark': {
    severity: 'warning',
    summary: 'a JSON file that begins with a byte order mark, which Grafana refuses when it provisions',
    fix: 'save the file as UTF-8 without a byte order mark',
  },
  'not-json': {
    severity: 'error',
    summary: 'a file, or a text in it, that is not JSON',
    fix: 'correct the JSON at this place',
  },
  'not-yaml': {
    severity: 'error',
    summary: 'a file, or a text in it, that is not YAML',
    fix: 'correct the YAML at this place; render templates (Helm, Jinja) before they are linted',
  },
  'too-large': {
    severity: 'warning',
    summary: `a file that is larger than what is read: ${limits.fileLength / 1024 / 1024} MiB, of YAML ${limits.yamlLength / 1024 / 1024} MiB`,
    fix: 'split the file: one dashboard a file',
  },
  'too-deep': {
    severity: 'error',
    summary: `objects and lists that stand more than ${limits.depth} levels deep in each other`,
    fix: 'look at what wrote the file: no dashboard is like that',
  },
} as const satisfies Readonly<Record<string, Omit<ReadProblemFacts, 'id'>>>;

/** The name of a kind of problem of a file: its id without the group `read`. */
export type ReadProblemName = keyof typeof readProblems;

/** The kinds of problems that files have, for lists of checks. */
export const readProblemList: readonly ReadProblemFacts[] = Object.entries(readProblems).map(([name, facts]) => ({
  id: `read/${name}`,
  ...facts,
}));

/** A problem of a file itself, and where it is. */
export interface ReadProblem extends ReadProblemFacts {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

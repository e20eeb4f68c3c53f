import { spawn } from 'node:child_process';
import { isAbsolute } from 'node:path';
import type { Compiler } from './find-compiler.js';
import type { Fault } from '../fault.js';

/** A compiler at work. */
export interface CompilerRun {
  /** When it was started, in milliseconds since 1970. */
  readonly began: number;
  readonly result: Promise<CompilerResult>;
  kill(): void;
}

/** The findings of the compiler. */
export interface CompilerResult {
  readonly faults: readonly Fault[];
  /** Every file that it read, absolute. */
  readonly files: readonly string[];
}

const next = 'correct the types, or run with --no-type-check to go on without';

/** Starts the compiler on a tsconfig. Places are printed from `cwd`. */
export function runCompiler({ command, args }: Compiler, tsconfig: string, cwd: string): CompilerRun {
  const began = Date.now();
  const child = spawn(command, [...args, '--project', tsconfig, '--pretty', 'false', '--listFiles'], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  }
  const result = new Promise<CompilerResult>((settle) => {
    const notChecked = (reason: string): void => {
      const message = `the types could not be checked: ${reason}`;
      settle({
        faults: [{ message, next: `run ${command} --version to see why, or run with --no-type-check`, exitCode: 3 }],
        files: [],
      });
    };
    child.on('error', (error) => notChecked(error.message));
    child.on('close', (code, signal) => {
      if (code === null) return notChecked(`the compiler was ended by ${signal}`);
      const found = readOutput(printed);
      const isExplained = code === 0 || found.faults.length > 0;
      return isExplained
        ? settle(found)
        : notChecked(`the compiler ended with ${code}: ${printed.trim().split('\n')[0]}`);
    });
  });
  return { began, result, kill: () => child.kill() };
}

/** Reads what the compiler prints: errors, over several lines where they are long, and the files that it read. */
export function readOutput(printed: string): CompilerResult {
  const faults: Fault[] = [];
  const files: string[] = [];
  for (const line of printed.split(/\r?\n/)) {
    const previous = faults.at(-1);
    const [, file, row, column, message] = /^(?:(.+?)\((\d+),(\d+)\): )?(error TS\d+: .*)$/.exec(line) ?? [];
    if (message !== undefined) {
      const position = file === undefined ? undefined : { file, line: Number(row), column: Number(column) };
      faults.push({ message, position, next: nextStep(message), exitCode: 2 });
    } else if (isAbsolute(line)) {
      files.push(line);
    } else if (line.startsWith(' ') && previous !== undefined) {
      faults[faults.length - 1] = { ...previous, message: `${previous.message}\n${line}` };
    }
  }
  return { faults, files };
}

function nextStep(message: string): string {
  return /Cannot find module 'dashpack\b/.test(message)
    ? 'npm install --save-dev dashpack, so that its types are found'
    : next;
}

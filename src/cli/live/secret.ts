import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Failure } from '../../core/model/failure.js';
import type { Host } from '../host.js';

/**
 * Reads a secret from where an option says it is: `env:NAME` or `file:PATH`. Neither the secret nor what was written in
 * its place by mistake is ever repeated.
 *
 * @param option for messages: `--bearer`
 * @throws Failure where it is not there, or is written in the option itself
 */
export function readSecret(place: string, option: string, { env, cwd }: Pick<Host, 'env' | 'cwd'>): string {
  const [, kind, name = ''] = /^(env|file):(.+)$/s.exec(place) ?? [];
  if (kind === 'env') {
    const value = env[name];
    if (value !== undefined && value !== '') return value;
    throw new Failure(`${option} names the environment variable ${name}, which is not set`, {
      next: `set it, and export it: export ${name}`,
    });
  }
  if (kind === 'file') return readSecretFile(name, option, cwd);
  const before = option.endsWith(':') ? option : `${option} `;
  throw new Failure(`${option} must say where the secret is, never what it is`, {
    next: `write ${before}env:NAME_OF_A_VARIABLE or ${before}file:PATH`,
  });
}

function readSecretFile(name: string, option: string, cwd: string): string {
  let text;
  try {
    text = readFileSync(resolve(cwd, name), 'utf8');
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw new Failure(`the file ${name} that ${option} names cannot be read (${code})`, {
      next: 'correct the path, or who may read the file',
      cause: error,
    });
  }
  const secret = text.replace(/\r?\n$/, '');
  if (secret !== '' && !/[\r\n\0]/.test(secret)) return secret;
  throw new Failure(`the file ${name} that ${option} names does not hold one line`, {
    next: 'write the secret alone into it, on one line',
  });
}

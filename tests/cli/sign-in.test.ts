import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readCredentials } from '../../src/cli/live/sign-in.js';

const cwd = mkdtempSync(join(tmpdir(), 'dashpack-secrets-'));
writeFileSync(join(cwd, 'token'), 'from-file\n');
writeFileSync(join(cwd, 'lines'), 'one\ntwo\n');
writeFileSync(join(cwd, 'empty'), '\n');
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const host = { cwd, env: { A: 'token-a', USER_B: 'me:pa:ss', KEY: 'k3y', ODD: 'sec\u0001ret' } };
const none = { bearer: [], basic: [], header: [], orgId: [] };

describe('credentials', () => {
  test('of one server', () => {
    const read = readCredentials({ ...none, bearer: ['env:A'], orgId: ['team'] }, ['LOCAL'], host);
    expect(read('LOCAL')).toEqual({ authentication: { kind: 'bearer', token: 'token-a' }, orgId: 'team', headers: {} });
  });

  test('of several, each its own', () => {
    const options = { ...none, bearer: ['A=file:token'], basic: ['B=env:USER_B'], header: ['B=X-Key:env:KEY'] };
    const read = readCredentials(options, ['A', 'B', 'grafana'], host);
    expect(read('A').authentication).toEqual({ kind: 'bearer', token: 'from-file' });
    expect(read('B')).toMatchObject({
      authentication: { kind: 'basic', user: 'me', password: 'pa:ss' },
      headers: { 'X-Key': 'k3y' },
    });
    expect(read('grafana').authentication).toBeUndefined();
  });

  test.each([
    ['a file that is not there', { bearer: ['file:nowhere'] }, /nowhere that --bearer names cannot be read \(ENOENT\)/],
    ['two lines', { bearer: ['file:lines'] }, /does not hold one line/],
    ['an empty file', { bearer: ['file:empty'] }, /does not hold one line/],
    ['no user', { basic: ['env:A'] }, /not a user and password/],
    ['a header without a name', { header: ['env:KEY'] }, /where the secret is|name of a header/],
    ['a header whose value is written', { header: ['X-Key:k3y'] }, /--header X-Key: must say where the secret is/],
    ['what no header carries', { bearer: ['env:ODD'] }, /no header can carry/],
  ])('%s', (_what, options, message) => {
    const read = (): unknown => readCredentials({ ...none, ...options }, ['A'], host);
    expect(read).toThrow(message);
    expect(read).not.toThrow(/token-a|sec.ret/);
  });
});

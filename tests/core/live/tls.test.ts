import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTransport } from '../../../src/core/live/transport.js';
import { catchFailure } from './catch-failure.js';
import { testClock } from './test-clock.js';

const folder = mkdtempSync(join(tmpdir(), 'dashpack-tls-'));
let server: Server;
let came = 0;

beforeAll(async () => {
  const files = ['-keyout', 'key.pem', '-out', 'cert.pem'];
  const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...files, ...subject], {
    cwd: folder,
    stdio: 'pipe',
  });
  const [key, cert] = ['key.pem', 'cert.pem'].map((name) => readFileSync(join(folder, name)));
  server = createServer({ key, cert }, (_request, response) => {
    came += 1;
    response.end('{}');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a server whose certificate nobody vouches for hears nothing', async () => {
  const baseUrl = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const credentials = { authentication: { kind: 'bearer', token: 'secret' } } as const;
  const failure = await catchFailure(
    createTransport({ baseUrl, clock: testClock, credentials }).request({ path: '/x' }),
  );
  expect(failure).toMatchObject({ kind: 'tls', exitCode: 3, message: expect.stringContaining('SELF_SIGNED') });
  expect(came).toBe(0);
});

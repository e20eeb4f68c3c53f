import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { findPortHolder } from '../../../../src/core/live/serve/port-holder.js';
import { servePage, type PageServer, type ServedPage } from '../../../../src/core/live/serve/serve-page.js';

const listen = { address: '127.0.0.1', port: 0, job: 'web' };

async function serve(page: Partial<ServedPage> = {}): Promise<PageServer> {
  const server = await servePage(
    { path: '/metrics', contentType: 'text/plain; version=0.0.4', text: async () => 'a 1\n', ...page },
    listen,
  );
  onTestFinished(() => server.close());
  return server;
}

const portOf = ({ url }: PageServer): number => Number(new URL(url).port);

test.each([
  ['GET', '', 200, 'a 1\n'],
  ['GET', '?name=a', 200, 'a 1\n'],
  ['HEAD', '', 200, ''],
  ['POST', '', 405, 'This page can only be read.\n'],
  ['GET', '/more', 404, 'There is nothing here: read /metrics\n'],
])('%s /metrics%s answers %i', async (method, rest, status, body) => {
  const { url } = await serve();
  const response = await fetch(`${url}${rest}`, { method });
  expect({ status: response.status, body: await response.text() }).toEqual({ status, body });
});

test('the page has its content type', async () => {
  const { url } = await serve();
  expect((await fetch(url)).headers.get('content-type')).toBe('text/plain; version=0.0.4');
});

test('a page that cannot be made is an error, and the next one is tried anew', async () => {
  let calls = 0;
  const { url } = await serve({
    text: async () => {
      calls += 1;
      if (calls === 1) throw new Error('no numbers');
      return 'a 1\n';
    },
  });
  const first = await fetch(url);
  expect([first.status, await first.text()]).toEqual([500, 'The page could not be made: no numbers\n']);
  expect((await fetch(url)).status).toBe(200);
});

test('who asks while a page is being made gets the same one', async () => {
  let calls = 0;
  const { url } = await serve({
    async text() {
      calls += 1;
      await setTimeout(200);
      return `calls ${calls}\n`;
    },
  });
  const texts = await Promise.all(Array.from({ length: 5 }, async () => (await fetch(url)).text()));
  expect(texts).toEqual(Array.from({ length: 5 }, () => 'calls 1\n'));
});

test('closing ends connections that are open', async () => {
  const server = await serve({ text: () => once(new EventEmitter(), 'never').then(String) });
  const asked = fetch(server.url).catch((error: unknown) => error);
  await setTimeout(100);
  await server.close();
  expect(await asked).toBeInstanceOf(Error);
});

test('a port that is taken is an error that names the process, and nothing is served elsewhere', async () => {
  const code = "const s = require('net').createServer().listen(0, '127.0.0.1', () => console.log(s.address().port))";
  const child = spawn(process.execPath, ['-e', code, '--', '--password=secret'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill());
  const [chunk] = (await once(child.stdout, 'data')) as [Buffer];
  const port = Number(chunk.toString());
  expect(await findPortHolder(port)).toEqual({ pid: child.pid, program: 'node' });
  await expect(
    servePage({ path: '/', contentType: '', text: async () => '' }, { ...listen, port }),
  ).rejects.toMatchObject({
    name: 'PortFailure',
    message: `127.0.0.1:${port}, the port of web, is taken by node (process ${child.pid})`,
    next: `look what it is (ps -p ${child.pid} -f), stop it if it should not be there, and start again`,
    exitCode: 3,
  });
});

test('an address that this machine does not have is named', async () => {
  await expect(
    servePage({ path: '/', contentType: '', text: async () => '' }, { ...listen, address: '192.0.2.1' }),
  ).rejects.toMatchObject({
    message: 'web cannot listen on 192.0.2.1:0 (EADDRNOTAVAIL)',
    next: 'name an address of this machine',
  });
});

test('a port that nobody listens on has no holder', async () => {
  const server = await serve();
  const port = portOf(server);
  expect((await findPortHolder(port))?.pid).toBe(process.pid);
  await server.close();
  expect(await findPortHolder(port)).toBeUndefined();
});

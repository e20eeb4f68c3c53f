import { chmodSync, cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository, run, writeTree } from './tree.js';

const { findMirror } = await import(join(repository, 'scripts/servers/mirror.mjs'));
const nextRelease = JSON.parse(readFileSync(join(repository, 'scripts/servers/next-release.json'), 'utf8'));

const stanzas = `Types: deb
# Suites: bookworm
URIs: http://mirror.example/debian-security
Suites: bookworm-security
Components: main

Types: deb deb-src
URIs: http://mirror.example/debian
Suites: bookworm bookworm-updates
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg
`;

test.each([
  [
    'a stanza, with its key',
    { 'debian.sources': stanzas },
    ['http://mirror.example/debian', '/usr/share/keyrings/debian-archive-keyring.gpg'],
  ],
  ['a stanza that is off', { 'debian.sources': stanzas.replace('Suites: bookworm bo', 'Enabled: no\n$&') }, undefined],
  ['a stanza of sources', { 'debian.sources': stanzas.replace('deb deb-src', 'deb-src') }, undefined],
  [
    'a key that is written into the stanza',
    { 'debian.sources': stanzas.replace(/Signed-By.*/, 'Signed-By:\n -----BEGIN\n .\n -----END') },
    ['http://mirror.example/debian', '\n -----BEGIN\n .\n -----END'],
  ],
  [
    'a line',
    {
      'sources.list':
        '# deb http://old/debian bookworm main\ndeb http://mirror.example/debian/ bookworm main contrib\n',
    },
    ['http://mirror.example/debian/', undefined],
  ],
  [
    'a line with options',
    { 'sources.list': 'deb [arch=amd64 signed-by=/a.gpg] https://mirror.example/debian bookworm main\n' },
    ['https://mirror.example/debian', '/a.gpg'],
  ],
  ['another release', { 'sources.list': 'deb http://mirror.example/debian trixie main\n' }, undefined],
  ['packages of others', { 'sources.list': 'deb http://other.example/node bookworm main\n' }, undefined],
])('the mirror of the system: %s', (_, texts, expected) => {
  const found = findMirror(texts, 'bookworm');
  expect(found && [found.uri, found.signedBy]).toEqual(expected);
});

const program = (lines: string): string => `#!/bin/sh\n${lines}\n`;
const debian = {
  'etc/os-release': 'ID=debian\nVERSION_CODENAME=bookworm\n',
  'etc/apt/sources.list.d/debian.sources': stanzas,
};

/** Runs the script in a checkout with an /etc, and an apt and a dpkg, of its own. */
function fetchServers(files: Readonly<Record<string, string>>): {
  folder: string;
  again: () => ReturnType<typeof run>;
} {
  const folder = writeTree({
    'bin/apt-get': program('echo "$@" >>../../../../../asked; cat next.sources >../../../../../source; touch x.deb'),
    'bin/dpkg': program(
      ['mkdir -p root/usr/bin', ...Object.keys(nextRelease.programs).map((name) => `cp "$0" root/usr/bin/${name}`)]
        .map((line) => `[ "$1" = --version ] || ${line}`)
        .concat('echo "prometheus, version 3.5.3"')
        .join('\n'),
    ),
    ...files,
  });
  for (const name of ['apt-get', 'dpkg']) chmodSync(join(folder, 'bin', name), 0o755);
  cpSync(join(repository, 'scripts/servers'), join(folder, 'scripts/servers'), { recursive: true });
  const path = `${join(folder, 'bin')}:/usr/bin:/bin`;
  return { folder, again: () => run(process.execPath, ['scripts/servers/fetch.mjs', 'etc'], folder, { PATH: path }) };
}

test('the servers of the next release come from that mirror, signed by the same key, and come once', () => {
  const { folder, again } = fetchServers(debian);
  expect(again()).toEqual({ code: 0, printed: '' });
  expect(readFileSync(join(folder, 'source'), 'utf8')).toBe(
    'Types: deb\nURIs: http://mirror.example/debian\nSuites: forky\nComponents: main\n' +
      'Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg\n',
  );
  const asked = readFileSync(join(folder, 'asked'), 'utf8').trim().split('\n');
  expect(asked.map((line) => / (update|download .*)$/.exec(line)?.[1])).toEqual([
    'update',
    'download prometheus promtool prometheus-alertmanager victoria-metrics',
  ]);
  expect(asked.every((line) => /Dir::State=.*forky-/.test(line) && !/Allow|Trusted/i.test(line))).toBe(true);
  for (const name of Object.keys(nextRelease.programs))
    expect(existsSync(join(folder, nextRelease.folder, name))).toBe(true);
  again();
  expect(readFileSync(join(folder, 'asked'), 'utf8').trim().split('\n')).toEqual(asked);
});

test.each([
  ['another system', { ...debian, 'etc/os-release': 'ID=fedora\n' }, 'this is not Debian'],
  ['no mirror', { 'etc/os-release': debian['etc/os-release'] }, 'no source of apt has bookworm'],
  [
    'a mirror that does not answer',
    { ...debian, 'bin/apt-get': program('echo "E: Could not resolve mirror.example" >&2; exit 100') },
    'E: Could not resolve mirror.example',
  ],
])('%s: they cannot be had, and why', (_, files, reason) => {
  const { folder, again } = fetchServers(files);
  expect(again()).toEqual({
    code: 3,
    printed:
      `servers: Prometheus 3 cannot be had here: ${reason}\n` +
      '  next: use Debian, where apt reaches a mirror that has forky\n',
  });
  expect(existsSync(join(folder, nextRelease.folder))).toBe(false);
});

test('a program that does not run here is named', () => {
  const { again } = fetchServers({
    ...debian,
    'bin/dpkg': program(
      'mkdir -p root/usr/bin; cd root/usr/bin\nfor name in prometheus promtool amtool victoria-metrics; do echo "#!/bin/false" >$name; chmod +x $name; done',
    ),
  });
  expect(again().printed).toContain("prometheus of Debian's forky does not run here");
});

// Gets the servers of Debian's next release, Prometheus 3 among them, beside those that are installed: `npm run servers`.
//
//   node scripts/servers/fetch.mjs [folder with os-release and apt, default: /etc]
//
// It asks the mirror that the system's own packages come from, with sources, lists and a cache of its own: apt checks the
// signatures, nothing is installed, and no root is needed. Where they are already, nothing is done. Exit code 3: they
// cannot be had here, and why.
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { findMirror } from './mirror.mjs';
import { folder, lacking, programs, suite } from './next-release.mjs';

process.exitCode = main(process.argv[2] ?? '/etc');

function main(etc) {
  if (lacking() === undefined) return 0;
  try {
    fetchServers(etc);
  } catch (error) {
    console.error(`servers: Prometheus 3 cannot be had here: ${reasonOf(error)}`);
    console.error(`  next: use Debian, where apt reaches a mirror that has ${suite}`);
    return 3;
  }
  const wrong = lacking();
  if (wrong !== undefined) {
    console.error(`servers: ${wrong}\n  next: use a Debian whose libc is no older than that of Debian 12`);
    return 3;
  }
  return 0;
}

function fetchServers(etc) {
  mkdirSync(dirname(folder), { recursive: true });
  const work = mkdtempSync(`${folder}-`);
  try {
    chmodSync(work, 0o755); // apt reads and writes as a user of its own where root calls it
    const apt = aptIn(work, writeSource(work, etc));
    apt('update');
    apt('download', ...new Set(Object.values(programs)));
    for (const name of readdirSync(work).filter((file) => file.endsWith('.deb'))) {
      execFileSync('dpkg', ['-x', name, 'root'], { cwd: work, stdio: 'pipe' });
    }
    const unpacked = join(work, 'programs');
    mkdirSync(unpacked);
    for (const name of Object.keys(programs)) renameSync(join(work, 'root/usr/bin', name), join(unpacked, name));
    rmSync(folder, { recursive: true, force: true });
    renameSync(unpacked, folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Writes the source of the next release, on the mirror of this one; returns the file. */
function writeSource(work, etc) {
  const release = join(etc, 'os-release');
  const os = existsSync(release) ? readFileSync(release, 'utf8') : '';
  const codename = /^VERSION_CODENAME=(.*)$/m.exec(os)?.[1] ?? '';
  if (!/^ID=debian$/m.test(os)) throw new Error('this is not Debian');
  const found = findMirror(readSources(join(etc, 'apt')), codename);
  if (found === undefined) throw new Error(`no source of apt has ${codename || 'this release'}`);
  const file = join(work, 'next.sources');
  const signedBy = found.signedBy === undefined ? [] : [`Signed-By: ${found.signedBy}`];
  const lines = ['Types: deb', `URIs: ${found.uri}`, `Suites: ${suite}`, 'Components: main', ...signedBy, ''];
  writeFileSync(file, lines.join('\n'));
  return file;
}

function readSources(apt) {
  const parts = join(apt, 'sources.list.d');
  const files = [
    join(apt, 'sources.list'),
    ...(existsSync(parts) ? readdirSync(parts).map((name) => join(parts, name)) : []),
  ];
  return Object.fromEntries(
    files
      .filter((file) => /\.(?:list|sources)$/.test(file) && existsSync(file))
      .map((file) => [file, readFileSync(file, 'utf8')]),
  );
}

/** Calls apt-get on a state of its own, in a folder. */
function aptIn(work, sources) {
  for (const path of ['state/lists/partial', 'cache/archives/partial'])
    mkdirSync(join(work, path), { recursive: true });
  writeFileSync(join(work, 'status'), ''); // nothing is installed
  const settings = {
    'Dir::Etc::SourceList': sources,
    'Dir::Etc::SourceParts': '/dev/null',
    'Dir::Etc::Preferences': '/dev/null',
    'Dir::Etc::PreferencesParts': '/dev/null',
    'Dir::State': join(work, 'state'),
    'Dir::State::status': join(work, 'status'),
    'Dir::Cache': join(work, 'cache'),
    'APT::Update::Error-Mode': 'any',
    'Acquire::Languages': 'none',
    'Acquire::Retries': '3',
  };
  const options = Object.entries(settings).flatMap(([key, value]) => ['-o', `${key}=${value}`]);
  const env = { ...process.env, LC_ALL: 'C' };
  return (...args) =>
    execFileSync('apt-get', ['-q', ...options, ...args], { cwd: work, env, stdio: 'pipe', timeout: 600_000 });
}

/** The complaint of a program, or why it could not be called; one line. */
function reasonOf(error) {
  const said = String(error.stderr ?? '').split('\n');
  return (
    said.find((line) => line.startsWith('E: ')) ?? said.find((line) => line !== '') ?? error.message.split('\n')[0]
  );
}

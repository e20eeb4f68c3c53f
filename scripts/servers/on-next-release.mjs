// Runs gates on the servers of Debian's next release, Prometheus 3 among them, in place of those that are installed.
//
//   node scripts/servers/on-next-release.mjs <script of package.json …>
//
// Exit code 1: a gate failed; 3: the servers are not here.
import { spawnSync } from 'node:child_process';
import { delimiter } from 'node:path';
import { folder, lacking } from './next-release.mjs';

process.exitCode = main(process.argv.slice(2));

function main(scripts) {
  const reason = lacking();
  if (reason !== undefined) {
    console.error(`on-next-release: ${reason}`);
    return 3;
  }
  const env = { ...process.env, PATH: [folder, process.env.PATH].join(delimiter) };
  const failed = scripts.filter(
    (name) => spawnSync('npm', ['run', '--silent', name], { env, stdio: 'inherit' }).status !== 0,
  );
  for (const name of failed) console.log(`FAIL  ${name} on ${folder}`);
  return failed.length > 0 || scripts.length === 0 ? 1 : 0;
}

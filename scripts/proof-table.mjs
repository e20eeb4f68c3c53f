// Writes what `dashpack prove` prints into docs/guides/proof.md, between the marks: the tables of all packs on each version
// of Prometheus, and the one of a scenario in which an exporter is dead. Run it after `npm run compile` and `npm run servers`.
//
//   node scripts/proof-table.mjs [--check]
//
// With --check, nothing is written, and the exit code is 1 where the guide says otherwise.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folder, lacking } from './servers/next-release.mjs';

const root = join(import.meta.dirname, '..');
const guide = join(root, 'docs/guides/proof.md');

/** The tables between which marks. */
const TEXTS = { proof: proofOnEach, down: proofOfDown };

process.exitCode = main(process.argv.includes('--check'));

function main(isCheck) {
  const lack = lacking();
  if (lack !== undefined) {
    console.error(`proof-table: ${lack}`);
    return 3;
  }
  const before = readFileSync(guide, 'utf8');
  let after = before;
  for (const [name, write] of Object.entries(TEXTS)) {
    const marks = new RegExp(`(<!-- ${name} -->\n)[^]*?(\n<!-- /${name} -->)`);
    if (!marks.test(after)) throw new Error(`${guide} has no <!-- ${name} --> with a <!-- /${name} -->`);
    const text = write();
    after = after.replace(marks, (_, open, close) => `${open}\n${text}\n${close}`);
  }
  if (after === before) return 0;
  if (isCheck) {
    console.error('proof-table: docs/guides/proof.md says otherwise than dashpack prove\n  next: npm run prove:table');
    return 1;
  }
  writeFileSync(guide, after);
  return 0;
}

/** The tables of all packs: once, where every version of Prometheus gives the same. */
function proofOnEach() {
  const proofs = [prove([]), prove(['--binaries', folder])];
  const [first] = proofs;
  const versions = proofs.map(({ version }) => `Prometheus ${version}`);
  if (proofs.every(({ printed }) => printed === first.printed)) {
    return `The same on ${versions.join(' and on ')}:\n\n${block(first.printed)}`;
  }
  return proofs.map(({ printed }, index) => `On ${versions[index]}:\n\n${block(printed)}`).join('\n\n');
}

/** Of a scenario, what is empty and why follows its table, and is left out. */
function proofOfDown() {
  return block(prove(['--pack', 'peak-trade', '--scenario', 'ai-live-down']).printed.split('\n\n')[0]);
}

function block(text) {
  return `\`\`\`text\n${text}\n\`\`\``;
}

/** The output without colours, and without the last line, which says how long it took; and the version in that line. */
function prove(args) {
  const command = [join(root, 'bin/dashpack.js'), 'prove', '--no-color', ...args];
  const { stdout, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
  const lines = stdout.trimEnd().split('\n');
  const version = /on Prometheus (\d+\.\d+)/.exec(lines.at(-1))?.[1];
  if (version === undefined) throw new Error(stderr);
  return { printed: lines.slice(0, -1).join('\n').trim(), version };
}

// Writes what `dashpack prove` prints into docs/guides/proof.md, between the marks: the tables of all packs, and the one
// of a scenario in which an exporter is dead. Run it after `npm run compile`.
//
//   node scripts/proof-table.mjs [--check]
//
// With --check, nothing is written, and the exit code is 1 where the guide says otherwise.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const guide = join(root, 'docs/guides/proof.md');

/** What stands between which marks; of a scenario, what is empty and why follows its table, and is left out. */
const TABLES = {
  proof: { args: [], until: undefined },
  down: { args: ['--pack', 'peak-trade', '--scenario', 'ai-live-down'], until: '\n\n' },
};

process.exitCode = main(process.argv.includes('--check'));

function main(isCheck) {
  const before = readFileSync(guide, 'utf8');
  let after = before;
  for (const [name, { args, until }] of Object.entries(TABLES)) {
    const printed = prove(args)?.split(until ?? '\0')[0];
    if (printed === undefined) return 3;
    const marks = new RegExp(`(<!-- ${name} -->\n)[^]*?(\n<!-- /${name} -->)`);
    if (!marks.test(after)) throw new Error(`${guide} has no <!-- ${name} --> with a <!-- /${name} -->`);
    after = after.replace(marks, (_, open, close) => `${open}\n\`\`\`text\n${printed}\n\`\`\`\n${close}`);
  }
  if (after === before) return 0;
  if (isCheck) {
    console.error('proof-table: docs/guides/proof.md says otherwise than dashpack prove\n  next: npm run prove:table');
    return 1;
  }
  writeFileSync(guide, after);
  return 0;
}

/** What is printed without colours, and without the last line, which says how long it took. */
function prove(args) {
  const command = [join(root, 'bin/dashpack.js'), 'prove', '--no-color', ...args];
  const { stdout, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
  const lines = stdout.trimEnd().split('\n').slice(0, -1);
  if (lines.length > 0) return lines.join('\n').trim();
  console.error(stderr);
  return undefined;
}

// Prints what `dashpack lint` finds as a table of Markdown: a line for each check, a column for each file.
//
//   node scripts/lint-table.mjs <legacy folder> --pack peak-trade
import { spawnSync } from 'node:child_process';
import { basename, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const bin = process.env.DASHPACK_BIN ?? join(root, 'bin/dashpack.js');
const result = spawnSync(process.execPath, [bin, 'lint', ...process.argv.slice(2), '--format', 'json'], {
  encoding: 'utf8',
  maxBuffer: 2 ** 30,
});
if (![0, 1].includes(result.status)) throw new Error(`lint exited ${result.status}:\n${result.stderr.slice(0, 2000)}`);
const { checked, found, notChecked, findings } = JSON.parse(result.stdout);

const byCodeUnit = (a, b) => (a < b ? -1 : 1);
const ranks = ['error', 'warning', 'note'];
const files = [...new Set(findings.map(({ file }) => file))].sort(byCodeUnit);
const checks = [...new Set(findings.map(({ severity, id }) => `${ranks.indexOf(severity)} ${id}`))].sort(byCodeUnit);
const letters = files.map((_, index) => String.fromCharCode(97 + (index % 26)).repeat(1 + Math.floor(index / 26)));

const lines = [
  ...files.map((file, index) => `- **${letters[index]}** ${basename(file)}`),
  '',
  `| severity | check | ${letters.join(' | ')} | all |`,
  `| --- | --- | ${[...letters, ''].map(() => '---:').join(' | ')} |`,
  ...checks.map((key) => {
    const [rank, id] = key.split(' ');
    const own = findings.filter((finding) => finding.id === id && finding.severity === ranks[rank]);
    const counts = files
      .map((file) => own.filter((finding) => finding.file === file).length)
      .map((count) => (count === 0 ? '' : count));
    return `| ${ranks[rank]} | ${id} | ${counts.join(' | ')} | ${own.length} |`;
  }),
  '',
  `Checked: ${Object.entries(checked)
    .map(([what, count]) => `${count} ${what}`)
    .join(', ')}. Found: ${ranks.map((rank) => `${found[rank]} ${rank}s`).join(', ')}.`,
  ...notChecked.map(
    ({ what, reason, count, place }) => `Not checked: ${count} ${what} (${reason}; ${basename(place)}).`,
  ),
];
console.log(lines.join('\n'));

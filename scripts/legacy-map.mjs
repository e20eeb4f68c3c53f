// Maps everything in Peak_Trade's hand-written dashboards (panels, queries, variables, links, annotations, …) to its new
// place under generated/, or to a line of docs/peak-trade/corrections.md. Fails on what has neither, on a correction
// that corrects nothing, and on what is new without a reason.
//
//   node scripts/legacy-map.mjs [legacy folder] [--generated folder] [--corrections file]
//
// The legacy folder is by default what the environment variable PEAK_TRADE_LEGACY names.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { mapDashboard } from './legacy-map/map-dashboard.mjs';
import { generalCorrections } from './legacy-map/general.mjs';
import { readCorrections } from './legacy-map/read-corrections.mjs';
import { readDashboards } from './legacy-map/read-dashboards.mjs';
import { printReport } from './legacy-map/report.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

process.exitCode = main(process.argv.slice(2));

/** Returns 0 where nothing is lost, 1 where something is, 2 where there is nothing to compare. */
function main(args) {
  const { legacyFolder, generatedFolder, correctionsFile } = readArguments(args);
  const legacy = readDashboards(legacyFolder);
  const generated = readDashboards(generatedFolder);
  if (legacy.length === 0) return nothingToCompare(legacyFolder);
  if (generated.length === 0) return nothingToCompare(generatedFolder);

  const corrections = readCorrections(correctionsFile);
  const general = generalCorrections(corrections.general);
  const { maps, losses } = mapAll(legacy, generated, corrections, general);
  losses.push(...corrections.problems, ...general.unused());
  console.log(printReport(maps, general, losses));
  return losses.length === 0 ? 0 : 1;
}

function readArguments(args) {
  const options = { generated: { type: 'string' }, corrections: { type: 'string' } };
  const { positionals, values } = parseArgs({ args, allowPositionals: true, options });
  return {
    legacyFolder: positionals[0] ?? process.env.PEAK_TRADE_LEGACY ?? join(root, 'legacy'),
    generatedFolder: values.generated ?? join(root, 'generated/peak-trade/grafana/dashboards'),
    correctionsFile: values.corrections ?? join(root, 'docs/peak-trade/corrections.md'),
  };
}

function nothingToCompare(folder) {
  console.error(`legacy-map: there is no dashboard under ${folder}`);
  console.error('  next: npm run build, and name the folder of the hand-written dashboards');
  return 2;
}

/** Maps each legacy dashboard to the generated one with its uid. */
function mapAll(legacy, generated, corrections, general) {
  const byUid = new Map(generated.map((dashboard) => [dashboard.uid, dashboard]));
  const pending = new Set(corrections.pending);
  const maps = [];
  const losses = [];
  for (const before of legacy) {
    const now = byUid.get(before.uid);
    if (now !== undefined) {
      const map = general.during(() => mapDashboard(before, now, corrections.of(before.uid), general));
      maps.push(map);
      losses.push(...map.losses.map((loss) => `${before.uid}: ${loss}`));
    } else if (!pending.has(before.uid)) losses.push(`${before.uid}: the dashboard is not generated`);
  }
  losses.push(...strayUids(legacy, generated, corrections));
  return { maps, losses };
}

/** What names a dashboard that is not what the name says: new without a legacy one, pending but there, corrected but unknown. */
function strayUids(legacy, generated, corrections) {
  const known = new Set(legacy.map(({ uid }) => uid));
  const made = new Set(generated.map(({ uid }) => uid));
  return [
    ...[...made].filter((uid) => !known.has(uid)).map((uid) => `${uid}: no hand-written dashboard has this uid`),
    ...corrections.pending
      .filter((uid) => made.has(uid) || !known.has(uid))
      .map(
        (uid) => `${uid}: said to be taken over later, but it is ${made.has(uid) ? 'generated' : 'not in the legacy'}`,
      ),
    ...corrections.uids
      .filter((uid) => !known.has(uid) || !made.has(uid))
      .map((uid) => `${uid}: has a table of corrections, but there is no such dashboard on both sides`),
  ];
}

import { resolve } from 'node:path';
import type { PreviewDashboard } from '../../core/inspect/preview/protocol.js';
import { Failure } from '../../core/model/failure.js';
import type { Finding } from '../../core/model/finding.js';
import { nearest } from '../../core/text/nearest.js';
import { Browser } from '../browser/browser.js';
import { findBrowser } from '../browser/find-browser.js';
import { loadPacks } from '../config/load-packs.js';
import type { Host } from '../host.js';
import { Interrupted, watchInterruption } from '../interruption.js';
import { nothing, type Outcome } from '../outcome.js';
import { loadClient } from '../preview/client.js';
import { Preview } from '../preview/preview.js';
import { servePreview } from '../preview/serve.js';
import { count, seconds } from '../print-list.js';
import { openWorkshop } from '../prove/open-workshop.js';
import { Recording, writeWhole } from '../snapshot/album.js';
import type { SnapshotOptions } from '../snapshot/options.js';
import { takePicture } from '../snapshot/picture.js';

/**
 * `dashpack snapshot`: draws dashboards on the simulated histories of scenarios, as PNG and as pages of one file.
 *
 * @throws Failure for a scenario or a dashboard that there is not; FaultsError where Chromium, Prometheus or the page is missing
 */
export async function snapshot(options: SnapshotOptions, host: Host): Promise<Outcome> {
  const began = performance.now();
  const client = await loadClient(host);
  const path = findBrowser(options.browser, host);
  const { workshop } = openWorkshop(options, host);
  const interruption = watchInterruption(host.events);
  let stop = async (): Promise<void> => workshop.close();
  try {
    const preview = new Preview(workshop);
    await preview.show(await loadPacks(options, host, interruption), interruption);
    interruption.hearSignals();
    const { state } = preview;
    if (state.faults.length > 0) {
      return {
        ...nothing,
        faults: state.faults.map(({ message, next = 'correct it' }) => ({ message, next, exitCode: 2 as const })),
      };
    }
    const chosen = subjectsOf(state.packs, options);
    const recording = new Recording();
    const served = await servePreview(preview, client, 0, recording.note);
    const browser = await Browser.start(path);
    stop = async () => {
      await browser.close();
      await served.stop();
      await workshop.close();
    };
    const out = resolve(host.cwd, options.out);
    const told: Finding[] = [];
    const lines: string[] = [];
    for (const { pack, dashboard, scenario } of chosen) {
      const { theme, width } = options;
      const subject = { dashboard: dashboard.uid, scenario, theme, width };
      const { png, found, errors } = await interruption.wait(takePicture(browser, served.url, subject));
      const file = `${pack}/${scenario}/${dashboard.uid}`;
      writeWhole(out, `${file}.png`, png);
      writeWhole(out, `${file}.html`, recording.html(client, state, pack, dashboard.uid, scenario));
      lines.push(`  ${options.out}/${file}.png\n`);
      told.push(...errors.map((message) => pageError(message, dashboard, scenario)));
      if (options.check === true) told.push(...found.map((each) => renderFinding(each, dashboard, scenario)));
    }
    return {
      ...nothing,
      findings: told,
      report: lines.join(''),
      summary: `${count(chosen.length, 'picture')} with ${await browser.version()} (${seconds(performance.now() - began)})\n`,
      data: { pictures: chosen.map(({ pack, dashboard: { uid }, scenario }) => `${pack}/${scenario}/${uid}.png`) },
    };
  } catch (error) {
    if (error instanceof Interrupted) return { ...nothing, signal: error.signal };
    throw error;
  } finally {
    interruption.stop();
    await stop();
  }
}

interface Chosen {
  readonly pack: string;
  readonly dashboard: PreviewDashboard;
  readonly scenario: string;
}

/** The dashboards and scenarios that were asked for: of a pack that has none of that name, none. */
function subjectsOf(packs: Preview['state']['packs'], { scenario, dashboard }: SnapshotOptions): readonly Chosen[] {
  known(
    'scenario',
    scenario,
    packs.flatMap(({ scenarios }) => scenarios.map(({ name }) => name)),
  );
  known(
    'dashboard',
    dashboard,
    packs.flatMap(({ dashboards }) => dashboards.map(({ uid }) => uid)),
  );
  const names = scenario.length === 0 ? ['healthy'] : scenario;
  return packs.flatMap((pack) =>
    pack.scenarios
      .filter(({ name }) => names.includes(name))
      .flatMap(({ name }) =>
        pack.dashboards
          .filter(({ uid }) => dashboard.length === 0 || dashboard.includes(uid))
          .map((each) => ({ pack: pack.name, dashboard: each, scenario: name })),
      ),
  );
}

function known(what: string, asked: readonly string[], there: readonly string[]): void {
  const wrong = asked.find((name) => !there.includes(name));
  if (wrong === undefined) return;
  const meant = nearest(wrong, there);
  const hint = meant === undefined ? '' : `: did you mean "${meant}"?`;
  throw new Failure(`there is no ${what} "${wrong}"${hint}`, {
    next: `use --${what} with ${[...new Set(there)].join(', ')}`,
  });
}

function pageError(message: string, { uid, title }: PreviewDashboard, scenario: string): Finding {
  return {
    id: 'render/page-error',
    severity: 'error',
    message,
    subject: `dashboard ${JSON.stringify(title)} in the scenario ${scenario}`,
    dashboard: { uid, title },
  };
}

function renderFinding(
  { id, place, title, message }: Awaited<ReturnType<typeof takePicture>>['found'][number],
  dashboard: PreviewDashboard,
  scenario: string,
): Finding {
  const at = dashboard.panels.find((panel) => panel.place === place)?.source;
  return {
    id: `render/${id}`,
    severity: 'warning',
    message,
    subject: `panel ${JSON.stringify(title)} of dashboard ${JSON.stringify(dashboard.title)} in the scenario ${scenario}${at === undefined ? '' : `, ${at}`}`,
    dashboard: { uid: dashboard.uid, title: dashboard.title },
    panel: { title },
  };
}

import { afterAll, expect, test } from 'vitest';
import { Workshop } from '../../src/cli/prove/workshop.js';
import type { ReadDashboard, ReadPanel } from '../../src/core/document/read-dashboard.js';
import { recordOf, textOf } from '../../src/core/document/read/values.js';
import { answerPanel } from '../../src/core/inspect/preview/answer-panel.js';
import { panelPlaces } from '../../src/core/inspect/preview/place.js';
import type { PreviewFrame } from '../../src/core/inspect/preview/protocol.js';
import { askDashboard } from '../../src/core/inspect/proof/prove-dashboard.js';
import { returnedSeries } from '../../src/core/inspect/proof/returned.js';
import { claire } from '../../src/packs/claire.js';
import { healthyWorld, packSubjects } from './world.js';

const workshop = new Workshop();
afterAll(() => workshop.close());

/** A sample in words: what a page draws, and what a server answered, say the same of it. */
type Sample = string;

function sampleOf(labels: Readonly<Record<string, unknown>>, time: number, value: unknown): Sample {
  const known = Object.entries(labels).filter(([, text]) => text !== '');
  return JSON.stringify([known.sort(([a], [b]) => (a < b ? -1 : 1)), Math.round(time), String(value)]);
}

/** The samples of frames: of graphs, a frame each; of tables, a row each. */
function drawn(frames: readonly PreviewFrame[]): readonly Sample[] {
  return frames
    .flatMap(({ fields: [time, ...columns] }) =>
      (time?.values ?? []).map((at, row) => {
        const value = columns.at(-1);
        const named = columns.slice(0, -1).map((column) => [column.name, column.values[row]] as const);
        return sampleOf({ ...value?.labels, ...Object.fromEntries(named) }, Number(at), value?.values[row]);
      }),
    )
    .sort();
}

/** The request of a page as wide as `prove` takes it to be, that shows a dashboard as it opens. */
function requestOf({ uid = '', json }: ReadDashboard, panel: ReadPanel, place: string) {
  const time = recordOf(json['time']);
  const range = { from: textOf(time['from']) ?? '', to: textOf(time['to']) ?? '' };
  return { dashboard: uid, place, width: (panel.grid?.w ?? 0) * 80, variables: {}, range };
}

test('every value that a page draws is the one that the proof looked at, of the same question', async () => {
  const world = await healthyWorld(claire, workshop);
  let compared = 0;
  for (const subject of await packSubjects(claire)) {
    const { dashboard } = subject;
    const reports = await askDashboard(subject, world);
    // Before the page asks: the log would hear that as well.
    const proved = reports.map((report) => {
      const answers = world.log.answersTo(report.server ?? '', report.asked ?? '');
      const samples = answers.map((answer) =>
        returnedSeries(answer)
          .flatMap(({ labels, points }) => points.map(([time, value]) => sampleOf(labels, time * 1000, value)))
          .sort(),
      );
      return { report, samples };
    });
    for (const [place, panel] of panelPlaces(dashboard)) {
      const shown = { dashboard, servers: world.servers, now: world.now };
      const { asked, frames } = await answerPanel(requestOf(dashboard, panel, place), shown);
      for (const { refId, text, server, series, error } of asked.filter((each) => each.server.includes('prom'))) {
        const known = proved.find(
          ({ report: { query } }) => query.panel?.id === panel.id && query.owner === 'panel' && query.name === refId,
        );
        expect({ place, text, server, series, error }).toEqual({
          place,
          text: known?.report.asked,
          server: known?.report.server,
          series: known?.report.series,
        });
        expect(known?.samples).toContainEqual(drawn(frames.filter((frame) => frame.refId === refId)));
        compared += 1;
      }
    }
  }
  const queries = (await packSubjects(claire)).flatMap(({ dashboard: { panels } }) => panels.flatMap((p) => p.queries));
  expect(compared).toBe(queries.filter(({ hidden }) => !hidden).length);
  await world.stop();
});

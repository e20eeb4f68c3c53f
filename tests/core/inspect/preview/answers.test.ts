import { describe, expect, test } from 'vitest';
import { readClassicDashboard } from '../../../../src/core/document/read/classic.js';
import { QueryServers } from '../../../../src/core/inspect/ask/servers.js';
import { answerDashboard } from '../../../../src/core/inspect/preview/answer-dashboard.js';
import { answerPanel } from '../../../../src/core/inspect/preview/answer-panel.js';
import type { Shown } from '../../../../src/core/inspect/preview/state.js';
import { prometheusAt } from '../../../../src/core/live/prometheus/prometheus.js';
import type { JsonObject } from '../../../../src/core/model/json.js';

/** A question as a server hears it. */
type Heard = Readonly<Record<string, unknown>>;

const data: Readonly<Record<string, unknown>> = {
  '/api/v1/query': { resultType: 'vector', result: [{ metric: { job: 'web' }, value: [3600, '1'] }] },
  '/api/v1/query_range': {
    resultType: 'matrix',
    result: [
      {
        metric: { job: 'web' },
        values: [
          [60, '1'],
          [120, '2'],
          [180, '0'],
          [600, '1'],
        ],
      },
    ],
  },
  '/api/v1/label/job/values': ['web', 'db', 'a.b'],
};

/** A dashboard before servers that answer everything alike, and what they hear. */
function shown(json: JsonObject): { readonly shown: Shown; readonly heard: Heard[] } {
  const heard: Heard[] = [];
  const server = (uid: string) => ({
    title: uid,
    names: [uid],
    roles: [],
    isDefault: uid === 'one',
    isOnly: false,
    scrapeInterval: 15,
    prometheus: prometheusAt({
      url: 'http://127.0.0.1',
      redact: (text) => text,
      request({ path, parameters = {} }) {
        const { query, start, end, time, step } = parameters;
        if (query !== undefined) heard.push({ uid, query, start: start ?? time, end: end ?? time, step });
        return Promise.resolve({
          status: 200,
          text: JSON.stringify({ status: 'success', data: data[path] }),
          url: path,
          milliseconds: 1,
        });
      },
      under: () => {
        throw new Error('nobody asks below');
      },
    }),
  });
  const dashboard = readClassicDashboard({ title: 'T', uid: 'd', ...json }, []);
  return { shown: { dashboard, servers: new QueryServers([server('one'), server('two')]), now: 3600 }, heard };
}

const one = { type: 'prometheus', uid: 'one' };
const scope = { dashboard: 'd', variables: {}, range: { from: 'now-1h', to: 'now' }, place: 'panels[0]', width: 240 };

function panel(changes: JsonObject): JsonObject {
  const targets = [{ refId: 'A', expr: 'up{job=~"$job"}' }];
  return { id: 1, type: 'timeseries', title: 'P', datasource: one, targets, ...changes };
}

const job: JsonObject = {
  name: 'job',
  type: 'query',
  datasource: one,
  query: 'label_values(up, job)',
  includeAll: true,
  multi: true,
  current: { value: ['$__all'] },
};
const templating = { list: [job] };

describe('the queries of a panel', () => {
  test('are asked as wide as it is drawn, with what the viewer chose', async () => {
    const { shown: here, heard } = shown({ templating, panels: [panel({})] });
    await answerPanel({ ...scope, variables: { job: ['a.b', 'db'] } }, here);
    await answerPanel({ ...scope, width: 60, variables: { job: ['web'] } }, here);
    await answerPanel(scope, here);
    expect(heard).toEqual([
      { uid: 'one', query: String.raw`up{job=~"(a\\.b|db)"}`, start: 0, end: 3600, step: 15 },
      { uid: 'one', query: 'up{job=~"web"}', start: 0, end: 3600, step: 60 },
      { uid: 'one', query: String.raw`up{job=~"(web|db|a\\.b)"}`, start: 0, end: 3600, step: 15 },
    ]);
  });

  test('All is the text that the variable says it is', async () => {
    const { shown: here, heard } = shown({ templating: { list: [{ ...job, allValue: '.+' }] }, panels: [panel({})] });
    await answerPanel(scope, here);
    expect(heard[0]).toMatchObject({ query: 'up{job=~".+"}' });
  });

  test('in a copy of a panel that is repeated, the variable has one value, in its title too', async () => {
    const { shown: here, heard } = shown({ templating, panels: [panel({ title: 'Of $job', repeat: 'job' })] });
    const { title } = await answerPanel({ ...scope, repeated: { job: 'a.b' } }, here);
    expect(heard[0]).toMatchObject({ query: String.raw`up{job=~"a\\.b"}` });
    expect(title).toBe('Of a.b');
  });

  test('timeFrom and timeShift move the range', async () => {
    const targets = [{ refId: 'A', expr: 'up' }];
    const { shown: here, heard } = shown({ panels: [panel({ targets, timeFrom: '30m', timeShift: '10m' })] });
    const { range } = await answerPanel(scope, here);
    expect(heard[0]).toMatchObject({ start: 1200, end: 3000 });
    expect(range).toEqual({ from: 1_200_000, to: 3_000_000 });
  });

  test('each goes to its own server, once where it is instant; a hidden one to none', async () => {
    const targets = [
      { refId: 'A', expr: 'a', datasource: { type: 'prometheus', uid: 'two' } },
      { refId: 'B', expr: 'b', datasource: one, instant: true, range: false },
      { refId: 'C', expr: 'c', datasource: one, hide: true },
    ];
    const { shown: here, heard } = shown({ panels: [panel({ targets, datasource: { uid: '-- Mixed --' } })] });
    const { asked } = await answerPanel(scope, here);
    expect(heard.map(({ uid, query, step }) => [uid, query, step])).toEqual([
      ['two', 'a', 15],
      ['one', 'b', undefined],
    ]);
    expect(asked.map(({ refId, series }) => [refId, series])).toEqual([
      ['A', 1],
      ['B', 1],
    ]);
  });

  test('that are not for Prometheus say so, with their text', async () => {
    const sql = { refId: 'A', rawSql: 'SELECT 1', datasource: { type: 'postgres', uid: 'pg' } };
    const { shown: here } = shown({ panels: [panel({ targets: [sql, { refId: 'B' }] })] });
    const { asked } = await answerPanel(scope, here);
    const error = 'its datasource is postgres, and only Prometheus is asked here';
    expect(asked).toEqual([{ refId: 'A', text: 'SELECT 1', server: 'pg', series: 0, error }]);
  });

  test('of another panel are asked again for one that shows its answers; one that shows itself has none', async () => {
    const from = (id: number): JsonObject => ({
      type: 'table',
      datasource: { type: 'datasource', uid: '-- Dashboard --' },
      targets: [{ refId: 'A', panelId: id }],
    });
    const asked = [{ refId: 'A', expr: 'up' }];
    const { shown: here, heard } = shown({
      panels: [panel({ ...from(2), id: 1 }), panel({ id: 2, targets: asked }), panel({ ...from(3), id: 3 })],
    });
    const { frames } = await answerPanel(scope, here);
    expect(frames).toHaveLength(1);
    expect(heard).toHaveLength(1);
    const itself = await answerPanel({ ...scope, place: 'panels[2]' }, here);
    expect(itself.asked[0]?.error).toBe('the panel whose answers it shows is not there');
  });

  test('a server that nobody has is an error of the query', async () => {
    const { shown: here } = shown({ panels: [panel({ datasource: { type: 'prometheus', uid: 'gone' } })] });
    const { asked } = await answerPanel(scope, here);
    expect(asked[0]).toMatchObject({ server: 'gone', error: 'no server is given for the datasource "gone"' });
  });
});

test('titles and texts have their variables filled in as people read them, safe in HTML', async () => {
  const custom = { name: 'v', type: 'custom', query: 'a.b,<i>', current: { value: 'a.b' } };
  const text = { type: 'text', title: '$v in ${v:csv}, $none', options: { content: '<b>$v</b>' }, targets: [] };
  const { shown: here } = shown({ templating: { list: [custom] }, panels: [panel(text)] });
  expect(await answerPanel(scope, here)).toMatchObject({ title: 'a.b in a.b, $none', text: '<b>a.b</b>', interval: 0 });
  const cleaned = await answerPanel({ ...scope, variables: { v: ['<i>'] } }, here);
  expect(cleaned.text).toBe('<b>&lt;i&gt;</b>');
});

describe('beside the panels', () => {
  test('variables have their options, and stand as the viewer chose', async () => {
    const custom = { name: 'c', type: 'custom', query: 'Minute : 1m,5m', current: { value: '5m' }, hide: 2 };
    const source = { name: 's', type: 'datasource', query: 'prometheus', current: { value: 'two' } };
    const { shown: here } = shown({ templating: { list: [job, custom, source] } });
    const { variables } = await answerDashboard({ ...scope, variables: { c: ['1m'] } }, here);
    expect(
      variables.map(({ name, current, options, isHidden, hasAll }) => ({ name, current, options, isHidden, hasAll })),
    ).toEqual([
      {
        name: 'job',
        current: ['$__all'],
        options: ['web', 'db', 'a.b'].map((value) => ({ value, text: value })),
        isHidden: false,
        hasAll: true,
      },
      {
        name: 'c',
        current: ['1m'],
        options: [
          { value: '1m', text: 'Minute' },
          { value: '5m', text: '5m' },
        ],
        isHidden: true,
        hasAll: false,
      },
      {
        name: 's',
        current: ['two'],
        options: ['one', 'two'].map((value) => ({ value, text: value })),
        isHidden: false,
        hasAll: false,
      },
    ]);
  });

  test('annotations have regions, texts, tags and the panels that show them', async () => {
    const annotation = {
      name: 'E',
      datasource: one,
      expr: 'e',
      enable: true,
      iconColor: 'red',
      titleFormat: 'at {{job}}',
      tagKeys: 'job',
      filter: { ids: [1], exclude: true },
    };
    const { shown: here } = shown({ annotations: { list: [annotation] } });
    const { annotations } = await answerDashboard(scope, here);
    const about = { title: 'at web', text: '', tags: ['web'] };
    expect(annotations).toEqual([
      {
        name: 'E',
        color: 'red',
        isHidden: false,
        filter: { ids: [1], exclude: true },
        events: [
          { from: 60_000, to: 120_000, ...about },
          { from: 600_000, ...about },
        ],
      },
    ]);
  });
});

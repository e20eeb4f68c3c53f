import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { historyFacts } from '../../../src/cli/prove/history-facts.js';
import { openHistories } from '../../../src/cli/prove/histories.js';
import { serversOf } from '../../../src/core/pack/servers.js';
import { aiTradingCore as pack } from '../../../src/packs/ai-trading-core.js';

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'dashpack-histories-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

test('a history that was kept is there again, and only under the same facts', () => {
  const root = join(folderWith({}), 'cache');
  const made = folderWith({ 'block/index': 'i', 'block/chunks/000001': 'c' });
  const target = join(folderWith({}), 'data');
  const histories = openHistories(root, '2.42.0');
  expect(histories.take('facts', target)).toBe(false);
  histories.keep('facts', made);
  expect(histories.take('others', target)).toBe(false);
  expect(histories.take('facts', target)).toBe(true);
  rmSync(target, { recursive: true }); // the server of it has ended
  expect(openHistories(root, '2.42.0').take('facts', target)).toBe(true);
  expect(readFileSync(join(target, 'block/chunks/000001'), 'utf8')).toBe('c');
});

test.each([
  ['2.42.0', '2.42.0', true],
  ['2.42.0', '3.5.0', true],
  ['2.9.2', '2.42.0', true],
  ['3.5.0', '2.42.0', false],
])('what Prometheus %s wrote, %s reads: %s', (writer, reader, isRead) => {
  const root = folderWith({});
  openHistories(root, writer).keep('facts', folderWith({ 'block/index': 'i' }));
  expect(openHistories(root, reader).take('facts', join(folderWith({}), 'data'))).toBe(isRead);
});

test('of many, those that were used last are kept', () => {
  const root = folderWith({});
  const made = folderWith({ 'block/index': 'i' });
  const histories = openHistories(root, '2.42.0');
  for (let index = 0; index < 100; index += 1) histories.keep(`facts ${index}`, made);
  expect(readdirSync(root)).toHaveLength(96);
  expect(histories.take('facts 99', join(folderWith({}), 'data'))).toBe(true);
});

test('a cache that cannot be written is no failure', () => {
  const root = join(folderWith({ file: '' }), 'file');
  const histories = openHistories(root, '2.42.0');
  histories.keep('facts', folderWith({ 'block/index': 'i' }));
  expect(histories.take('facts', join(folderWith({}), 'data'))).toBe(false);
});

test('the facts change with all that the history is made of, and not with where it is declared', async () => {
  const [server] = serversOf(pack);
  const [scenario, other] = await pack.scenarios();
  const [first] = pack.metrics;
  if (server === undefined || scenario === undefined || other === undefined || first === undefined)
    throw new Error('the pack is too small');
  const spec = { pack, server, scenario, from: 0, to: 100, denseFor: 10 };
  const moved = {
    ...server,
    producers: server.producers.map((each) => ({ ...each, position: { file: 'x', line: 9, column: 9 } })),
  };
  const renamed = { ...first, family: { ...first.family, name: 'other_total' } };
  const [producer, ...producers] = server.producers;
  if (producer === undefined) throw new Error('the server scrapes nobody');
  const same = historyFacts(spec);
  expect(historyFacts({ ...spec, server: moved })).toBe(same);
  const changes = [
    { scenario: other },
    { scenario: { ...scenario, effects: scenario.effects.slice(1) } },
    { to: 101 },
    { denseFor: 11 },
    { pack: { ...pack, targetHost: 'elsewhere' } },
    { pack: { ...pack, metrics: [renamed, ...pack.metrics.slice(1)] } },
    { server: { ...server, producers: [{ ...producer, scrapeInterval: '7s' }, ...producers] } },
  ];
  const different = changes.filter((change) => historyFacts({ ...spec, ...change }) !== same);
  expect(different).toEqual(changes);
});

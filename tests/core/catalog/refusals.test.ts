import { expect, test } from 'vitest';
import { datasource, role } from 'dashpack';
import { web } from './small-pack.js';

test.each(['local', 'Local', 'A-B', '', '1A', 'Ä'])('the role "%s" is refused', (name) => {
  expect(() => role(name as 'LOCAL')).toThrow(`role "${name}": a role's name is upper case, such as AI_LIVE`);
});

test.each(['', 'a b', 'a/b', '../x', 'ä', 'x'.repeat(41)])('the datasource uid "%s" is refused', (uid) => {
  expect(() => datasource(uid, { url: 'http://x' })).toThrow(
    `the datasource uid "${uid}" is not one that Grafana takes`,
  );
});

test('roles, datasources and producers say what they are given, and defaults', () => {
  expect([role('A_1'), role('B', { pinned: true, label: 'Bee' })]).toEqual([
    { kind: 'role', name: 'A_1', pinned: false, variable: 'DS_A_1', label: 'A_1', position: expect.anything() },
    { kind: 'role', name: 'B', pinned: true, variable: 'DS_B', label: 'Bee', position: expect.anything() },
  ]);
  expect(datasource('x', { url: 'http://x' })).toEqual({
    kind: 'datasource',
    type: 'prometheus',
    uid: 'x',
    url: 'http://x',
    isDefault: false,
    scrapesItself: false,
  });
  expect(web).toEqual({
    kind: 'producer',
    job: 'web',
    port: 8000,
    path: '/metrics',
    scrapedBy: ['LOCAL', 'SHADOW'],
    scrapeInterval: '5s',
    alive: expect.any(Function),
    ownedBy: expect.any(Function),
  });
  expect(web.alive()).toMatchObject({ kind: 'selector', metric: 'up', role: 'LOCAL' });
});

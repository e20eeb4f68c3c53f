import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { images } from '../../../src/core/stack/images.js';
import { repository } from '../../meta/tree.js';

const guide = readFileSync(join(repository, 'docs/guides/run-a-stack.md'), 'utf8');

test('every generated file that the guide names exists', () => {
  const named = [...guide.matchAll(/generated\/[\w-]+\/[\w./-]+\.yml/g)].map(([path]) => path);
  expect(named.length).toBeGreaterThan(2);
  expect(named.filter((path) => !existsSync(join(repository, path)))).toEqual([]);
});

test('the guide has the versions that are pinned', () => {
  const [grafana, prometheus] = [images.grafana, images.prometheus].map((image) => image.replace(/.*:v?/, ''));
  expect(guide).toContain(`Grafana ${grafana}`);
  expect(guide).toContain(`Prometheus ${prometheus}`);
});

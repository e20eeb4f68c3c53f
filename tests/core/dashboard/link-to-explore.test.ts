import { customVariable, linkToExplore, rate, sum } from 'dashpack';
import { expect, test } from 'vitest';
import { requests } from '../catalog/small-pack.js';

const route = customVariable('route', ['/']);

test('Explore asks the expression on the datasource of its role, with the values of variables encoded', () => {
  const link = linkToExplore('Explore', sum(rate(requests({ route }))));
  expect({ ...link, to: undefined }).toEqual({
    title: 'Explore',
    to: undefined,
    newTab: false,
    keepTime: false,
    includeVariables: false,
  });
  const [path, panes = ''] = (typeof link.to === 'string' ? link.to : '').split('&panes=');
  expect(path).toBe('/explore?schemaVersion=1');
  expect(panes).toContain('${DS_LOCAL}');
  expect(panes).toContain('${route:percentencode}');
  expect(panes).toContain('%24__rate_interval');
  const filled = panes.replaceAll(/\$\{(\w+)(?::percentencode)?\}/g, '<$1>');
  expect(JSON.parse(decodeURIComponent(filled))).toEqual({
    requests: {
      datasource: '<DS_LOCAL>',
      queries: [
        {
          refId: 'A',
          datasource: { type: 'prometheus', uid: '<DS_LOCAL>' },
          expr: expect.stringContaining('<route>'),
        },
      ],
      range: { from: '<__from>', to: '<__to>' },
    },
  });
});

import { expect, test } from 'vitest';
import { annotation, gt, increase, sum } from 'dashpack';
import { emitAnnotation } from '../../../src/core/dashboard/emit-annotation.js';
import { requests } from '../catalog/small-pack.js';

const datasource = { type: 'prometheus', uid: '${DS_LOCAL}' };
const query = gt(sum(increase(requests(), '1m'), { by: ['route'] }), 0);
const expr = 'sum by (route) (increase(requests_total[1m])) > 0';

test('an annotation says what Grafana shows, old and new', () => {
  expect(emitAnnotation(annotation('Traffic', query, { color: 'red' }), datasource)).toEqual({
    name: 'Traffic',
    datasource,
    enable: true,
    hide: false,
    iconColor: 'red',
    expr,
    step: '60s',
    target: { refId: 'Anno', expr, interval: '60s' },
    titleFormat: 'Traffic',
  });
});

test('an annotation with everything', () => {
  const full = annotation('Traffic', query, {
    color: 'red',
    text: 'on {{route}}',
    tags: ['route'],
    step: '5m',
    enabled: false,
    hidden: true,
  });
  expect(emitAnnotation(full, datasource)).toEqual({
    name: 'Traffic',
    datasource,
    enable: false,
    hide: true,
    iconColor: 'red',
    expr,
    step: '5m',
    target: { refId: 'Anno', expr, interval: '5m' },
    titleFormat: 'Traffic',
    textFormat: 'on {{route}}',
    tagKeys: 'route',
  });
});

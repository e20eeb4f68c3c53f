// What a team writes without dashpack: the raw SDK, JSON.stringify, no checks. Writes semantically equal dashboards.
const { mkdirSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { DashboardBuilder, RowBuilder } = require('@grafana/grafana-foundation-sdk/dashboard');
const { PanelBuilder } = require('@grafana/grafana-foundation-sdk/timeseries');
const { DataqueryBuilder } = require('@grafana/grafana-foundation-sdk/prometheus');

const [, , out, count] = process.argv;
const datasource = { type: 'prometheus', uid: 'prometheus' };
const folder = join(out, 'bench');
mkdirSync(folder, { recursive: true });

function panel(number, index) {
  const shard = `${number}-${index}`;
  const requests = index % 2 === 0;
  const expr = requests
    ? `sum by (route) (rate(requests_total{shard="${shard}"}[5m]))`
    : `histogram_quantile(0.95, sum by (le, route) (rate(request_seconds_bucket{shard="${shard}"}[5m]))) >= 0`;
  const target = new DataqueryBuilder()
    .refId('A')
    .expr(expr)
    .datasource(datasource)
    .editorMode('code')
    .legendFormat(requests ? '{{route}}' : 'p95 {{route}}')
    .format('time_series')
    .range();
  const built = new PanelBuilder()
    .id(number * 100 + index + 2)
    .title(requests ? 'Requests' : 'Latency p95')
    .description(requests ? '`requests_total`: Requests served.' : '`request_seconds`: Time to serve a request.')
    .gridPos({ x: index % 2 === 0 ? 0 : 12, y: 1 + Math.floor(index / 2) * 8, w: 12, h: 8 })
    .datasource(datasource)
    .unit(requests ? 'reqps' : 's')
    .withTarget(target);
  return built;
}

for (let number = 0; number < Number(count); number += 1) {
  const dashboard = new DashboardBuilder(`Bench ${number}`)
    .uid(`bench-${number}`)
    .tags(['bench'])
    .time({ from: 'now-1h', to: 'now' })
    .readonly()
    .withRow(new RowBuilder('All').id(1));
  for (let index = 0; index < 50; index += 1) {
    const built = panel(number, index).build();
    built.options.legend = {
      showLegend: true,
      displayMode: 'table',
      placement: 'bottom',
      calcs: ['lastNotNull', 'max'],
    };
    built.options.tooltip = { mode: 'multi', sort: 'desc' };
    built.fieldConfig.defaults.color = { mode: 'palette-classic' };
    dashboard.withPanel({ build: () => built });
  }
  const json = JSON.stringify(dashboard.build(), null, 2);
  writeFileSync(join(folder, `bench-${number}.json`), `${json}\n`);
}

import { row, timeseries } from 'dashpack';
import { MAIN, SHADOW, up } from '../../../datasources/peak-trade/index.js';

/** Is the web app scraped, here and in the main stack? */
export const shadowVsMain = row('Compare (shadow vs main) — best-effort', {
  shadow: timeseries('UP (shadow) — job=peak_trade_web', {
    query: up.on(SHADOW)({ job: 'peak_trade_web' }),
    legend: '{{instance}}',
    unit: 'none',
  }),
  main: timeseries('UP (main, optional) — job=peak_trade_web', {
    query: up.on(MAIN)({ job: 'peak_trade_web' }),
    legend: '{{instance}}',
    unit: 'none',
  }),
});

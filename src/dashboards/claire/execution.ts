import {
  dashboard,
  increase,
  max,
  query,
  rate,
  row,
  sql,
  stat,
  sum,
  table,
  timeseries,
  zeroWhileAlive,
} from 'dashpack';
import * as catalog from '../../datasources/claire/index.js';
import { execution } from './refs.js';

const { columns } = catalog.trades;

/** The fate of orders. */
export default dashboard(execution, {
  tags: ['claire', 'execution', 'watch-only'],
  rows: {
    orders: row('Orders', catalog.PROM, {
      rate: timeseries('Orders Rate (Received/s, Filled/s, Rejected/s)', {
        queries: [
          query(sum(rate(catalog.ordersReceived())), { legend: 'Received' }),
          query(sum(rate(catalog.ordersFilled())), { legend: 'Filled' }),
          query(sum(rate(catalog.ordersRejected())), { legend: 'Rejected' }),
        ],
        min: 0,
      }),
      results: timeseries('Order Results Timeline Graph', {
        query: sum(rate(catalog.orderResultsReceived())),
        legend: 'Results',
        min: 0,
      }),
      total: stat('Total Results', {
        query: zeroWhileAlive(sum(increase(catalog.orderResultsReceived(), '$__range'))),
        decimals: 0,
        description: 'Results of orders that the risk manager received in the time range that is shown.',
        width: 12,
      }),
      uptime: stat('Uptime', { query: max(catalog.executionUptime()), width: 12 }),
    }),
    trades: row('Trades', catalog.SQL, {
      recent: table('Recent Trades Panel', {
        sql: sql.query(catalog.SQL, {
          from: catalog.trades,
          time: columns.timestamp,
          select: {
            Time: columns.timestamp,
            Symbol: columns.symbol,
            Side: columns.side,
            Quantity: columns.quantity,
            Price: columns.price,
            Status: columns.status,
          },
          orderBy: { Time: 'descending' },
          limit: 50,
        }),
        description: 'The last 50 trades of the time range that is shown.',
        height: 10,
      }),
    }),
  },
});

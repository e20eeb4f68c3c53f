import { rate, sum } from 'dashpack';
import { httpRequests, LOCAL, MAIN, SHADOW } from '../../../datasources/peak-trade/index.js';

/** The note of panels on MAIN about it. */
export const mainIsOptional = 'No data where there is no main stack.';

/** The note of panels that ask SHADOW about the web app, which is scraped for LOCAL and MAIN alone. */
export const shadowScrapesNone =
  'Where SHADOW is the local Prometheus, this is the web app of the local stack. Where SHADOW has a Prometheus of its own, that one must scrape peak_trade_web, or it finds nothing.';

/** Requests per second over all routes, as each Prometheus counts them. */
export const requestRate = {
  local: sum(rate(httpRequests.on(LOCAL)())),
  main: sum(rate(httpRequests.on(MAIN)())),
  shadow: sum(rate(httpRequests.on(SHADOW)())),
} as const;

/** The note of panels about `requestRate`. */
export const requestRateMeans = 'HTTP requests per second to the web app, all routes.';

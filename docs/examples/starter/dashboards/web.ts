import {
  dashboard,
  dashboardRef,
  increase,
  min,
  quantileOf,
  queryVariable,
  rate,
  row,
  share,
  stat,
  sum,
  timeseries,
  zeroWhileAlive,
} from "dashpack";
import { upTile } from "dashpack/panels";
import { duration, LOCAL, requests, up } from "../catalog.js";

export const webRef = dashboardRef({ uid: "web", title: "Web", folder: "web" });

const route = queryVariable("route", requests(), "route", { includeAll: true, allValue: ".*" });

export default dashboard(webRef, {
  tags: ["web"],
  refresh: "30s",
  variables: [route],
  rows: {
    health: row("Health", {
      up: upTile("Web up", min(up.on(LOCAL)({ job: "web" })), "Whether every instance answers its scrape."),
      failures: stat("Failed requests (5m)", {
        query: zeroWhileAlive(sum(increase(requests({ status: "5xx", route }), "5m"))),
        thresholds: { base: "green", steps: [[1, "red"]] },
        height: 5,
      }),
    }),
    traffic: row("Traffic", {
      rate: timeseries("Requests by route", {
        query: sum(rate(requests({ route })), { by: ["route"] }),
      }),
      errors: timeseries("Share of failed requests", {
        query: share(sum(rate(requests({ status: "5xx", route }))), sum(rate(requests({ route })))),
        legend: "failed",
      }),
      latency: timeseries("Latency p95 by route", {
        query: quantileOf(0.95, duration.bucket({ route }), { by: ["route"] }),
        legend: "p95 {{route}}",
        noValue: "no traffic",
      }),
    }),
  },
});

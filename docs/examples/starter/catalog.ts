import { anyValue, datasource, eq, producer, role, universal } from "dashpack";

/** Who answers which question. A pinned role's panels name its datasource; nothing can point them elsewhere. */
export const LOCAL = role("LOCAL", { pinned: true, label: "Prometheus (local)" });

export const prometheus = datasource("prometheus", { url: "http://prometheus:9090", isDefault: true });

/** Every Prometheus has `up`, so nobody owns it: queries name the role. */
export const up = universal("up", "gauge", { help: "1 while the scrape succeeds.", unit: "bool" });

export const web = producer("web", {
  port: 8000,
  scrapedBy: [LOCAL],
  scrapeInterval: "15s",
  alive: () => eq(up.on(LOCAL)({ job: "web" }), 1),
});

/** What the web app exports, owned by LOCAL. */
const { counter, histogram } = web.ownedBy(LOCAL);

export const requests = counter("http_requests_total", {
  help: "Requests served, by route and status.",
  unit: "requests",
  labels: { route: anyValue("/", "/orders"), status: ["2xx", "3xx", "4xx", "5xx"] },
});

export const duration = histogram("http_request_duration_seconds", {
  help: "Time to serve a request.",
  unit: "seconds",
  labels: { route: anyValue("/", "/orders") },
  buckets: [0.01, 0.05, 0.1, 0.5, 1, 5],
});

import { defineConfig, pack } from "dashpack";
import * as catalog from "./catalog.js";

export default defineConfig({
  packs: [
    pack({
      name: "my-team",
      title: "My team",
      roles: [catalog.LOCAL],
      datasources: [catalog.prometheus],
      bindings: { LOCAL: catalog.prometheus },
      producers: [catalog.web],
      metrics: [catalog],
      dashboards: [() => import("./dashboards/web.js")],
    }),
  ],
});

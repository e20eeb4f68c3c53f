/** One generated file. */
export interface Artifact {
  /** Relative to the pack's folder, with `/` between the parts: `grafana/dashboards/shadow/x.json`. */
  readonly path: string;
  /** The whole content, ending in one newline. */
  readonly text: string;
}

import { readClassicDashboard } from '../../../document/read/classic.js';
import { isRecord } from '../../../document/read/values.js';
import type { Json } from '../../../model/json.js';
import type { ReadDashboard } from '../../../document/read-dashboard.js';
import type { VerifiedPack } from '../verified-pack.js';

/** A dashboard on disk, as Grafana would load it. */
export interface DiskDashboard {
  /** In the pack's folder. */
  readonly path: string;
  readonly dashboard: ReadDashboard;
}

/** The dashboards of a pack on disk, and the files that are none. */
export interface DiskDashboards {
  readonly dashboards: readonly DiskDashboard[];
  readonly broken: readonly string[];
}

/** Reads the dashboards of a pack that are on disk. */
export function diskDashboards({ files }: VerifiedPack): DiskDashboards {
  const dashboards: DiskDashboard[] = [];
  const broken: string[] = [];
  for (const [path, text] of files) {
    if (!/^grafana\/dashboards\/.*\.json$/.test(path)) continue;
    const json = parse(text);
    if (isRecord(json)) dashboards.push({ path, dashboard: readClassicDashboard(json, []) });
    else broken.push(path);
  }
  return { dashboards, broken };
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

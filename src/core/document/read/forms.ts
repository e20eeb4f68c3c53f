import type { JsonPath } from '../json-path.js';
import type { Json, JsonObject } from '../../model/json.js';
import { readClassicDashboard } from './classic.js';
import { readLibraryPanels } from './library.js';
import { notOurs, type FormReader, type Reading } from './reading.js';
import { isRuleFile, readRuleFile } from './rule-file.js';
import { readV2Dashboard } from './v2.js';
import { isRecord, listOf, recordOf, textOf } from './values.js';

/** Reads an object, whatever it is; what is in none of the forms is listed as not read. */
export async function readForm(json: JsonObject, path: JsonPath, reading: Reading): Promise<void> {
  for (const form of forms) if (await form(json, path, reading)) return;
  reading.unread.push({
    path,
    reason: textOf(json['kind']) === undefined ? notOurs : `a ${textOf(json['kind'])}: ${notOurs}`,
  });
}

/** A dashboard as Grafana's API for apps, Git Sync and `kubectl` have it. */
const dashboardResource: FormReader = (json, path, reading) => {
  const version = textOf(json['apiVersion']) ?? '';
  const { spec } = json;
  const isGrizzly = version.startsWith('grizzly.grafana.com/') && json['kind'] === 'Dashboard';
  if ((!version.startsWith('dashboard.grafana.app/') && !isGrizzly) || !isRecord(spec)) return false;
  if (json['kind'] === 'LibraryPanel')
    return readLibraryPanels([{ json: spec, path: [...path, 'spec'] }], path, reading);
  if (json['kind'] !== 'Dashboard' && json['kind'] !== 'DashboardWithAccessInfo') return false;
  readSpec(spec, [...path, 'spec'], { version, uid: textOf(recordOf(json['metadata'])['name']), reading });
  return true;
};

function readSpec(
  spec: JsonObject,
  path: JsonPath,
  { version, uid, reading }: { readonly version: string; readonly uid: string | undefined; readonly reading: Reading },
): void {
  const isSecond = version.includes('/v2') || (isV2(spec) && !isClassic(spec));
  reading.dashboards.push(isSecond ? readV2Dashboard(spec, path, { uid }) : readClassicDashboard(spec, path, { uid }));
}

function isV2(json: JsonObject): boolean {
  return isRecord(json['elements']) && isRecord(json['layout']);
}

/** Dashboards, rules and texts of them in resources of Kubernetes. */
const configMap: FormReader = async (json, path, reading) => {
  if (json['kind'] !== 'ConfigMap') return false;
  for (const [name, text] of Object.entries(recordOf(json['data']))) {
    if (typeof text === 'string') await reading.text(text, [...path, 'data', name], name);
    else reading.unread.push({ path: [...path, 'data', name], reason: 'no text' });
  }
  for (const name of Object.keys(recordOf(json['binaryData']))) {
    reading.unread.push({ path: [...path, 'binaryData', name], reason: 'binary data' });
  }
  return true;
};

/** The custom resource of grafana-operator. */
const grafanaDashboard: FormReader = async (json, path, reading) => {
  if (json['kind'] !== 'GrafanaDashboard' && json['kind'] !== 'GrafanaLibraryPanel') return false;
  const spec = recordOf(json['spec']);
  const text = spec['json'];
  if (typeof text === 'string') await reading.text(text, [...path, 'spec', 'json'], 'dashboard.json');
  else {
    const source = Object.keys(spec).find((key) => sources.has(key)) ?? 'nowhere that is known';
    reading.unread.push({ path, reason: `a ${json['kind']} that has its dashboard from ${source}` });
  }
  return true;
};

const sources: ReadonlySet<string> = new Set([
  'url',
  'jsonnet',
  'jsonnetLib',
  'gzipJson',
  'configMapRef',
  'grafanaCom',
  'oci',
]);

/** The custom resources of prometheus-operator, VictoriaMetrics and Mimir. */
const prometheusRule: FormReader = (json, path, reading) => {
  const spec = recordOf(json['spec']);
  if (!isRuleFile(spec) || textOf(json['kind']) === undefined) return false;
  reading.ruleFiles.push(readRuleFile(spec, [...path, 'spec']));
  return true;
};

/** A list of Kubernetes, or of an export. */
const list: FormReader = async (json, path, reading) => {
  const { items } = json;
  if (!Array.isArray(items)) return false;
  await reading.value(items as readonly Json[], [...path, 'items']);
  return true;
};

const ruleFile: FormReader = (json, path, reading) => {
  if (!isRuleFile(json)) return false;
  reading.ruleFiles.push(readRuleFile(json, path));
  return true;
};

const grafanaAlerts: FormReader = (json, path, reading) => {
  if (!Array.isArray(json['groups'])) return false;
  const isGrafanas = listOf(json['groups']).some((group) => listOf(recordOf(group)['rules']).length > 0);
  if (isGrafanas) reading.unread.push({ path, reason: 'alert rules of Grafana, not of Prometheus' });
  else reading.ruleFiles.push(readRuleFile(json, path));
  return true;
};

/** The form that the API answers and takes, and that tools wrap around a dashboard. */
const wrapper: FormReader = async (json, path, reading) => {
  const key = ['dashboard', 'resource', 'grafanaDashboard'].find((name) => isRecord(json[name]));
  if (key === undefined || isClassic(json)) return false;
  const inside = recordOf(json[key]);
  // An export of resources has the file as it was beside the resource.
  if (key === 'resource' && isRecord(inside['file'])) await reading.value(inside['file'], [...path, key, 'file']);
  else if (key === 'resource' && isRecord(inside['spec']) && textOf(inside['apiVersion']) === undefined) {
    const uid = textOf(recordOf(inside['metadata'])['name']);
    readSpec(inside['spec'], [...path, key, 'spec'], { version: '', uid, reading });
  } else await reading.value(inside, [...path, key]);
  return true;
};

/** The output of mixins in Jsonnet: dashboards by the names of their files, and rules. */
const mixin: FormReader = async (json, path, reading) => {
  const keys = ['grafanaDashboards', 'prometheusAlerts', 'prometheusRules'].filter((name) => isRecord(json[name]));
  for (const key of keys) {
    const inside = recordOf(json[key]);
    if (key !== 'grafanaDashboards') await reading.value(inside, [...path, key]);
    else
      for (const [name, dashboard] of Object.entries(inside))
        if (dashboard !== undefined) await reading.value(dashboard, [...path, key, name]);
  }
  return keys.length > 0;
};

const libraryPanels: FormReader = (json, path, reading) => {
  const result = isRecord(json['result']) ? json['result'] : json;
  const at: JsonPath = result === json ? path : [...path, 'result'];
  const { elements } = result;
  if (Array.isArray(elements)) {
    const models = (elements as readonly Json[]).flatMap((element, index) => {
      const model = recordOf(element)['model'];
      return isRecord(model) ? [{ json: model, path: [...at, 'elements', index, 'model'] }] : [];
    });
    return models.length > 0 && readLibraryPanels(models, path, reading);
  }
  const { model } = result;
  return (
    isRecord(model) &&
    textOf(model['type']) !== undefined &&
    readLibraryPanels([{ json: model, path: [...at, 'model'] }], path, reading)
  );
};

const v2: FormReader = (json, path, reading) => {
  if (!isV2(json)) return false;
  reading.dashboards.push(readV2Dashboard(json, path));
  return true;
};

const classic: FormReader = (json, path, reading) => {
  if (!isClassic(json)) return false;
  reading.dashboards.push(readClassicDashboard(json, path));
  return true;
};

const parts = [
  'templating',
  'annotations',
  'time',
  'timepicker',
  'refresh',
  'editable',
  'graphTooltip',
  'uid',
  'tags',
  'style',
  'gnetId',
  'version',
];

/** True where an object is a classic dashboard: it has panels, or enough of what else makes one. */
function isClassic(json: JsonObject): boolean {
  if (Array.isArray(json['panels']) || typeof json['schemaVersion'] === 'number') return true;
  if (textOf(json['title']) === undefined) return false;
  return Array.isArray(json['rows']) || 'panels' in json || parts.filter((part) => part in json).length >= 3;
}

/** The forms, in the order in which they are tried. */
const forms: readonly FormReader[] = [
  dashboardResource,
  configMap,
  grafanaDashboard,
  prometheusRule,
  list,
  ruleFile,
  grafanaAlerts,
  wrapper,
  mixin,
  libraryPanels,
  v2,
  classic,
];

import { print } from '../promql/print.js';
import type { JsonObject } from '../model/json.js';
import type { AnnotationDefinition } from './annotation.js';
import type { DatasourceRef } from '../panel/context.js';

/**
 * An annotation as Grafana reads it. The query stands twice: `target` is what Grafana 12 and newer read, `expr` and
 * `step` what they migrate from.
 */
export function emitAnnotation(annotation: AnnotationDefinition, datasource: DatasourceRef | undefined): JsonObject {
  const expr = print(annotation.node);
  return {
    name: annotation.name,
    datasource,
    enable: annotation.enabled,
    hide: annotation.hidden,
    iconColor: annotation.color,
    expr,
    step: annotation.step,
    target: { refId: 'Anno', expr, interval: annotation.step },
    titleFormat: annotation.name,
    ...(annotation.text === undefined ? {} : { textFormat: annotation.text }),
    ...(annotation.tags.length === 0 ? {} : { tagKeys: annotation.tags.join(',') }),
  };
}

/** Grafana's own annotations: marks that people make by hand. Hidden, as everywhere. */
export const builtInAnnotation: JsonObject = {
  builtIn: 1,
  datasource: { type: 'grafana', uid: '-- Grafana --' },
  enable: true,
  hide: true,
  iconColor: 'rgba(0, 211, 255, 1)',
  name: 'Annotations & Alerts',
  type: 'dashboard',
};

import { Failure } from '../../model/failure.js';
import type { MetricFamily } from '../../model/metric.js';
import type { Json } from '../../model/json.js';
import { isRecord, listOf, textOf } from '../../document/read/values.js';
import { makeFamilies, type DescribedFamily } from './make-families.js';
import { readMetricsPage } from './metrics-page.js';

/**
 * Reads metric families from what a server says: the text of a `/metrics` page, or the JSON of Prometheus'
 * `/api/v1/metadata`. Neither knows the labels that a scrape adds, so any label may be there.
 *
 * @throws Failure where the text is neither
 */
export function readCatalog(text: string, file: string): readonly MetricFamily[] {
  const described = text.trimStart().startsWith('{') ? readMetadata(text, file) : readMetricsPage(text);
  if (described.length > 0) return makeFamilies(described);
  throw new Failure(`${file} names no metric`, {
    next: 'give the page of an exporter (curl …/metrics) or the metadata of a Prometheus (curl …/api/v1/metadata)',
  });
}

function readMetadata(text: string, file: string): readonly DescribedFamily[] {
  const json = parse(text, file);
  const data = isRecord(json) && isRecord(json['data']) ? json['data'] : json;
  if (!isRecord(data)) return [];
  return Object.entries(data).flatMap(([name, entries]): readonly DescribedFamily[] => {
    const [first] = listOf(entries);
    if (!isRecord(first)) return [];
    return [
      {
        name,
        type: textOf(first['type']) ?? 'unknown',
        help: textOf(first['help']) ?? '',
        labels: new Map(),
        buckets: [],
      },
    ];
  });
}

function parse(text: string, file: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    throw new Failure(`${file} looks like JSON, but is none`, {
      next: 'give the whole answer of /api/v1/metadata',
      cause: error,
    });
  }
}

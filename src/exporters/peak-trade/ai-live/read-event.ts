import { readBetaExecV1 } from './beta-exec-v1.js';
import { dropped, type AiEvent, type DroppedEvent, type Fields } from './event.js';
import { readExecEventV0 } from './exec-event-v0.js';
import { readSampleV1 } from './sample-v1.js';

/** A line that is no JSON at all, which is a parse error besides. */
export interface NotJson {
  readonly kind: 'not JSON';
}

/** Reads a line: the first format whose mark it bears decides. */
export function readEvent(line: string): AiEvent | DroppedEvent | NotJson {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { kind: 'not JSON' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return dropped('unknown', 'other');
  const fields = value as Fields;
  if (Object.hasOwn(fields, 'v')) return readSampleV1(fields);
  if (fields['schema_version'] === 'BETA_EXEC_V1') return readBetaExecV1(fields);
  if (fields['schema'] === 'execution_event_v0') return readExecEventV0(fields);
  return dropped('unknown', 'unknown_schema');
}

import type { JsonPath } from '../json-path.js';
import type { Json, JsonObject } from '../../model/json.js';
import type { ReadDashboard, Unread } from '../read-dashboard.js';
import type { ReadRuleFile } from '../read-rule-file.js';
import type { TextLayer } from './layer.js';
import type { TextFault } from './parse-json.js';

/** A text inside another one, such as a dashboard in a ConfigMap. */
export interface EmbeddedText {
  /** The way to the string that holds it. */
  readonly path: JsonPath;
  readonly layer: TextLayer;
}

/** Why a text inside a file could not be read: `path` leads to it. */
export interface EmbeddedFault extends TextFault {
  readonly path: JsonPath;
}

/** The parts of a file read so far. */
export interface Reading {
  readonly dashboards: ReadDashboard[];
  readonly ruleFiles: ReadRuleFile[];
  readonly unread: Unread[];
  readonly embedded: EmbeddedText[];
  readonly faults: EmbeddedFault[];
  /** Reads a value, whatever it is. `name` is that of the file that it would be alone. */
  value(value: Json, path: JsonPath, name?: string): Promise<void>;
  /** Reads a text that stands at a path. */
  text(text: string, path: JsonPath, name: string): Promise<void>;
}

/** Knows one form. Returns false, and does nothing, where an object is of another one. */
export type FormReader = (json: JsonObject, path: JsonPath, reading: Reading) => boolean | Promise<boolean>;

/** Why nothing of a value is read. */
export const notOurs = 'not a dashboard or rule file';

import type { JsonPath } from '../json-path.js';
import type { Json } from '../../model/json.js';
import type { ReadLink, Unread } from '../read-dashboard.js';
import { objectsIn } from './found.js';
import { textOf } from './values.js';

/** Reads the links of a dashboard, a panel or its values. */
export function readLinks(list: Json | undefined, path: JsonPath, unread: Unread[]): readonly ReadLink[] {
  if (list === undefined || list === null) return [];
  return [...objectsIn(list, path, 'link', unread)].map(({ json, path: place }) => ({
    title: textOf(json['title']) ?? '',
    type: textOf(json['type']),
    url: textOf(json['url']),
    includeVars: json['includeVars'] === true,
    keepTime: json['keepTime'] === true,
    json,
    path: place,
  }));
}

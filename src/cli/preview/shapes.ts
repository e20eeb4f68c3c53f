import { z } from 'zod';
import type { PanelRequest, PreviewScope } from '../../core/inspect/preview/protocol.js';

const scope = {
  dashboard: z.string(),
  scenario: z.string().optional(),
  variables: z.record(z.string(), z.array(z.string())),
  range: z.object({ from: z.string(), to: z.string() }),
};

const scopeShape = z.object(scope);

const panelShape = z.object({
  ...scope,
  place: z.string(),
  width: z.number().positive().max(20_000),
  repeated: z.record(z.string(), z.string()).optional(),
});

/** The scope in the text of a request; undefined where there is none. */
export function readScope(text: string): PreviewScope | undefined {
  return scopeShape.safeParse(parse(text)).data;
}

/** The panel that a request asks for; undefined where it asks for none. */
export function readPanelRequest(text: string): PanelRequest | undefined {
  return panelShape.safeParse(parse(text)).data;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

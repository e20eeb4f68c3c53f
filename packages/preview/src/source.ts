import type {
  DashboardAnswer,
  PanelAnswer,
  PanelRequest,
  PreviewScope,
  PreviewState,
} from '../../../src/core/inspect/preview/protocol.js';
import { recordKey } from '../../../src/core/inspect/preview/record-key.js';

/** Where the page gets its answers: from the server that it came from, or from itself. */
export interface Source {
  state(): Promise<PreviewState>;
  dashboard(scope: PreviewScope): Promise<DashboardAnswer>;
  panel(request: PanelRequest): Promise<PanelAnswer>;
  /** Calls when there is a new state. */
  watch(changed: () => void): void;
}

/** What the page was made with. */
export interface Given {
  /** The answers of a page that stands alone, by their keys. */
  readonly recorded?: { readonly state: PreviewState; readonly answers: Readonly<Record<string, unknown>> };
}

/** The answers that the page carries. */
function recordedSource({ state, answers }: NonNullable<Given['recorded']>): Source {
  const find = async (path: string, question: object): Promise<never> => {
    const answer = answers[recordKey(path, question)];
    if (answer === undefined) throw new Error('this page holds one state of the dashboard, and not this one');
    return answer as never;
  };
  return {
    state: async () => state,
    dashboard: (scope) => find('dashboard', scope),
    panel: (request) => find('panel', request),
    watch: () => undefined,
  };
}

/** The server that the page came from: its secret stands in the address. */
function liveSource(): Source {
  const ask = async (path: string, question?: object): Promise<never> => {
    const asked = question === undefined ? {} : { method: 'POST', body: JSON.stringify(question) };
    const answer = await fetch(`api/${path}`, asked);
    if (!answer.ok) throw new Error(await answer.text());
    return (await answer.json()) as never;
  };
  return {
    state: () => ask('state'),
    dashboard: (scope) => ask('dashboard', scope),
    panel: (request) => ask('panel', request),
    watch(changed) {
      const events = new EventSource('api/events');
      events.addEventListener('state', changed);
    },
  };
}

/** The source of a page. */
export function sourceOf({ recorded }: Given): Source {
  return recorded === undefined ? liveSource() : recordedSource(recorded);
}

import type { LabelValue } from 'dashpack/exporter';
import type {
  aiActions,
  aiDecisionLatencyMilliseconds,
  aiDecisions,
  aiEventsDropped,
} from '../../../datasources/peak-trade/ai-live.js';

/** The format an event was written in. */
export type Source = LabelValue<typeof aiDecisionLatencyMilliseconds, 'source'>;
/** A decision of the AI. */
export type Decision = LabelValue<typeof aiDecisions, 'decision'>;
/** Why it decided so. */
export type Reason = LabelValue<typeof aiDecisions, 'reason'>;
/** An action of the AI. */
export type Action = LabelValue<typeof aiActions, 'action'>;
/** Why a line is not counted as an event. */
export type DropReason = LabelValue<typeof aiEventsDropped, 'reason'>;

/** A line that is not an event. */
export interface DroppedEvent {
  readonly kind: 'dropped';
  readonly source: Source;
  readonly reason: DropReason;
}

/** The content of an event of any format. */
export interface AiEvent {
  readonly kind: 'event';
  readonly source: Source;
  /** As it stands in the event; `''` where it names none. */
  readonly runId: string;
  readonly component: string;
  /** Its own time, as it stands in the event, and the field it stands in. */
  readonly time: { readonly field: string; readonly value: unknown };
  readonly decision?: { readonly decision: Decision; readonly reason: Reason };
  readonly action?: Action;
  readonly latencySeconds?: unknown;
  readonly latencyMilliseconds?: unknown;
}

/** One JSON object, as it was read. */
export type Fields = Readonly<Record<string, unknown>>;

/** A line that is not an event, and why. */
export function dropped(source: Source, reason: DropReason): DroppedEvent {
  return { kind: 'dropped', source, reason };
}

/** A field that should be a text: `''` where it is missing or something else. Numbers become texts. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : '';
}

import { callerPosition } from '../catalog/caller.js';
import type { Position } from '../model/position.js';
import { durationSeconds } from '../promql/duration.js';

/** Sends alerts to a Telegram chat. What it must not say in a file are the names of secrets. */
export interface TelegramReceiver {
  readonly kind: 'telegram';
  /** The secret with the bot's token. */
  readonly botToken: string;
  /** The secret with the chat's number. */
  readonly chatId: string;
  /** A template of Alertmanager; undefined: its own. */
  readonly message: string | undefined;
  readonly sendResolved: boolean;
}

/** Who is told; `silent` is nobody. */
export type Receiver = TelegramReceiver | { readonly kind: 'silent' };

/** Who is told of which alerts, and how often, where that is not the rule. */
export interface Route<Name extends string> {
  /** Labels and their values: `{ severity: 'critical' }`. All must match. */
  readonly when: Readonly<Record<string, string>>;
  readonly receiver?: Name;
  readonly groupWait?: string;
  readonly groupInterval?: string;
  readonly repeatInterval?: string;
}

/** While an alert of one severity fires, those of another with the same labels are not sent. */
export interface Inhibition {
  readonly while: string;
  readonly mute: string;
  readonly equal: readonly string[];
}

/** A pack's Alertmanager. */
export interface Alertmanager {
  readonly kind: 'alertmanager';
  readonly receivers: Readonly<Record<string, Receiver>>;
  readonly receiver: string;
  readonly groupBy: readonly string[];
  readonly groupWait: string;
  readonly groupInterval: string;
  readonly repeatInterval: string;
  readonly routes: readonly Route<string>[];
  readonly inhibit: readonly Inhibition[];
  /** Where Prometheus reaches it: `host:port`. */
  readonly address: string;
  /** The secrets that its configuration needs, sorted. */
  readonly secretNames: readonly string[];
  readonly position: Position;
}

/** No two underscores in a row: a placeholder is never part of another. */
const secretName = /^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/;
const labelName = /^[A-Za-z_][A-Za-z0-9_]*$/;

/**
 * Declares a receiver that writes into a Telegram chat.
 *
 * @param spec `botToken`, `chatId`: names of secrets, files that Alertmanager's configuration is rendered from; `message`:
 * default Alertmanager's own template; `sendResolved`: default true
 *
 * @example
 * telegram({ botToken: 'telegram_bot_token', chatId: 'telegram_chat_id' });
 */
export function telegram(spec: {
  readonly botToken: string;
  readonly chatId: string;
  readonly message?: string;
  readonly sendResolved?: boolean;
}): TelegramReceiver {
  for (const [option, name] of Object.entries({ botToken: spec.botToken, chatId: spec.chatId })) {
    // The value is not repeated: whoever wrote a secret here must not read it in a log as well.
    if (secretName.test(name)) continue;
    throw new RangeError(
      `${option} is not the name of a secret: write lower-case letters, digits and _, such as telegram_bot_token, never the secret itself`,
    );
  }
  return {
    kind: 'telegram',
    botToken: spec.botToken,
    chatId: spec.chatId,
    message: spec.message,
    sendResolved: spec.sendResolved ?? true,
  };
}

/** A receiver that tells nobody. */
export const silent: Receiver = { kind: 'silent' };

/**
 * Declares the Alertmanager of a pack. Its configuration is a template, rendered from secret files where it starts.
 *
 * @param spec `receivers`: by name; `receiver`: the one that is told of what no route is about; `groupBy`: alerts with
 * the same values are one message, default `alertname`; `groupWait` (30s), `groupInterval` (5m), `repeatInterval` (4h);
 * `routes`: exceptions, the first that matches counts; `inhibit`: default `critical` mutes `warning` where the labels of
 * `groupBy` are equal; `address`: default `alertmanager:9093`
 * @throws RangeError for what is not a duration or no label
 *
 * @example
 * export const alerting = alertmanager({
 *   receivers: { telegram: telegram({ botToken: 'telegram_bot_token', chatId: 'telegram_chat_id' }) },
 *   receiver: 'telegram',
 *   groupBy: ['alertname', 'venue'],
 *   routes: [{ when: { severity: 'critical' }, groupWait: '10s', repeatInterval: '1h' }],
 * });
 */
export function alertmanager<const Receivers extends Readonly<Record<string, Receiver>>>(spec: {
  readonly receivers: Receivers;
  readonly receiver: keyof Receivers & string;
  readonly groupBy?: readonly string[];
  readonly groupWait?: string;
  readonly groupInterval?: string;
  readonly repeatInterval?: string;
  readonly routes?: readonly Route<keyof Receivers & string>[];
  readonly inhibit?: readonly Inhibition[];
  readonly address?: string;
}): Alertmanager {
  const { receivers, receiver, routes = [], groupBy = ['alertname'] } = spec;
  const { groupWait = '30s', groupInterval = '5m', repeatInterval = '4h', address = 'alertmanager:9093' } = spec;
  const inhibit = spec.inhibit ?? [{ while: 'critical', mute: 'warning', equal: groupBy }];
  for (const route of [{ groupWait, groupInterval, repeatInterval }, ...routes]) assertDurations(route);
  const labels = [
    ...groupBy,
    ...routes.flatMap(({ when }) => Object.keys(when)),
    ...inhibit.flatMap(({ equal }) => equal),
  ];
  for (const label of labels) {
    if (!labelName.test(label)) throw new RangeError(`"${label}" is not the name of a label`);
  }
  const secretNames = Object.values(receivers)
    .flatMap((each) => (each.kind === 'telegram' ? [each.botToken, each.chatId] : []))
    .toSorted();
  return {
    kind: 'alertmanager',
    receivers,
    receiver,
    groupBy,
    groupWait,
    groupInterval,
    repeatInterval,
    routes,
    inhibit,
    address,
    secretNames: [...new Set(secretNames)],
    position: callerPosition(alertmanager),
  };
}

function assertDurations(route: Pick<Route<string>, 'groupWait' | 'groupInterval' | 'repeatInterval'>): void {
  for (const option of ['groupWait', 'groupInterval', 'repeatInterval'] as const) {
    const text = route[option];
    if (text === undefined || durationSeconds(text) !== undefined) continue;
    throw new RangeError(`${option} "${text}" is not a duration: write it as 30s, 5m or 4h`);
  }
}

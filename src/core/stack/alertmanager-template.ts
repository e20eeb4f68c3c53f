import type { Alertmanager, Receiver, Route } from './alertmanager.js';

/** The stand-in for a secret in the template. */
export function placeholder(secret: string): string {
  return `__${secret.toUpperCase()}__`;
}

/** The template of Alertmanager's configuration: complete but for the secrets. */
export function alertmanagerTemplate(spec: Alertmanager): Readonly<Record<string, unknown>> {
  return {
    route: {
      receiver: spec.receiver,
      group_by: spec.groupBy,
      group_wait: spec.groupWait,
      group_interval: spec.groupInterval,
      repeat_interval: spec.repeatInterval,
      ...(spec.routes.length === 0 ? {} : { routes: spec.routes.map(routeConfig) }),
    },
    inhibit_rules: spec.inhibit.map((rule) => ({
      source_matchers: [matcher('severity', rule.while)],
      target_matchers: [matcher('severity', rule.mute)],
      equal: rule.equal,
    })),
    receivers: Object.entries(spec.receivers).map(([name, receiver]) => ({ name, ...receiverConfig(receiver) })),
  };
}

function routeConfig({ when, receiver, groupWait, groupInterval, repeatInterval }: Route<string>): object {
  return {
    receiver,
    matchers: Object.entries(when).map(([label, value]) => matcher(label, value)),
    group_wait: groupWait,
    group_interval: groupInterval,
    repeat_interval: repeatInterval,
  };
}

function receiverConfig(receiver: Receiver): object {
  if (receiver.kind === 'silent') return {};
  return {
    telegram_configs: [
      {
        bot_token: placeholder(receiver.botToken),
        chat_id: placeholder(receiver.chatId),
        parse_mode: 'HTML',
        send_resolved: receiver.sendResolved,
        message: receiver.message,
      },
    ],
  };
}

function matcher(label: string, value: string): string {
  return `${label}="${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
}

import { alertmanager, silent, telegram } from 'dashpack';
import { expect, test } from 'vitest';
import { alertmanagerTemplate } from '../../../src/core/stack/alertmanager-template.js';

const chat = telegram({ botToken: 'telegram_bot_token', chatId: 'telegram_chat_id' });

test('the template has placeholders for secrets, and everything else', () => {
  const spec = alertmanager({
    receivers: { telegram: chat, nobody: silent },
    receiver: 'telegram',
    groupBy: ['alertname', 'venue'],
    routes: [
      { when: { severity: 'critical' }, groupWait: '10s', repeatInterval: '1h' },
      { when: { alertname: 'With"quote' }, receiver: 'nobody' },
    ],
  });
  expect(JSON.parse(JSON.stringify(alertmanagerTemplate(spec)))).toEqual({
    route: {
      receiver: 'telegram',
      group_by: ['alertname', 'venue'],
      group_wait: '30s',
      group_interval: '5m',
      repeat_interval: '4h',
      routes: [
        { matchers: ['severity="critical"'], group_wait: '10s', repeat_interval: '1h' },
        { matchers: ['alertname="With\\"quote"'], receiver: 'nobody' },
      ],
    },
    inhibit_rules: [
      {
        source_matchers: ['severity="critical"'],
        target_matchers: ['severity="warning"'],
        equal: ['alertname', 'venue'],
      },
    ],
    receivers: [
      {
        name: 'telegram',
        telegram_configs: [
          {
            bot_token: '__TELEGRAM_BOT_TOKEN__',
            chat_id: '__TELEGRAM_CHAT_ID__',
            parse_mode: 'HTML',
            send_resolved: true,
          },
        ],
      },
      { name: 'nobody' },
    ],
  });
  expect(spec.secretNames).toEqual(['telegram_bot_token', 'telegram_chat_id']);
});

test('a secret in the place of its name is refused, and not repeated', () => {
  const token = '123456:AAE-a-real-token';
  expect(() => telegram({ botToken: token, chatId: 'telegram_chat_id' })).toThrow(
    /botToken is not the name of a secret/,
  );
  expect(() => telegram({ botToken: token, chatId: 'telegram_chat_id' })).not.toThrow(token);
  expect(() => telegram({ botToken: 'telegram_bot_token', chatId: '-100123' })).toThrow(/chatId is not the name/);
});

test.each([
  [{ groupWait: 'soon' }, 'groupWait "soon" is not a duration'],
  [{ routes: [{ when: { severity: 'critical' }, repeatInterval: '1 h' }] }, 'repeatInterval "1 h" is not a duration'],
  [{ groupBy: ['alert name'] }, '"alert name" is not the name of a label'],
])('%j is refused', (more, message) => {
  expect(() => alertmanager({ receivers: { telegram: chat }, receiver: 'telegram', ...more })).toThrow(message);
});

test('a receiver that does not exist does not compile', () => {
  // @ts-expect-error there is no receiver "mail"
  alertmanager({ receivers: { telegram: chat }, receiver: 'mail' });
  alertmanager({
    receivers: { telegram: chat },
    receiver: 'telegram',
    // @ts-expect-error there is no receiver "mail"
    routes: [{ when: { severity: 'critical' }, receiver: 'mail' }],
  });
  expect(chat.kind).toBe('telegram');
});
